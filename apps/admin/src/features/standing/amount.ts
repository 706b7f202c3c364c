import { formatThousandths } from '@gs/ui/locale'

/** Thousandths of a unit as a decimal of the language: 1900 is "1.9" or "1,9". */
export const amountText = (locale: string, thousandths: number): string => formatThousandths(locale, thousandths)

/** As `amountText`, with its sign: "+1.9", "−0.4". */
export const signedAmount = (locale: string, thousandths: number): string =>
  formatThousandths(locale, thousandths, true)

interface Words {
  readonly en: string
  readonly es: string
}

/** The one of two sentences that the reader's language asks for. */
export const wordsIn = (locale: string, words: Words): string => (locale === 'es' ? words.es : words.en)
