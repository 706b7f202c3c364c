/** Thousandths of a unit as a decimal of the language: 1900 is "1.9" or "1,9". */
export const amountText = (locale: string, thousandths: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(thousandths / 1000)

/** As `amountText`, with its sign: "+1.9", "−0.4". */
export const signedAmount = (locale: string, thousandths: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3, signDisplay: 'exceptZero' }).format(thousandths / 1000)

interface Words {
  readonly en: string
  readonly es: string
}

/** The one of two sentences that the reader's language asks for. */
export const wordsIn = (locale: string, words: Words): string => (locale === 'es' ? words.es : words.en)
