import { readMissing } from '@gs/domain/rules'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { getLocale, getTranslations } from 'next-intl/server'
import { cardNames } from './card-name.ts'
import type { HoldingView } from './types.ts'

/** Says days, amounts and codes of one holding in the reader's language. */
export async function wordingOf(holding: Pick<HoldingView, 'unit'>) {
  const [locale, t, card] = await Promise.all([getLocale(), getTranslations('standings'), cardNames()])
  const language = locale === 'es' ? 'es' : 'en'
  const unit = holding.unit.plural[language]
  const cardDetail = (detail: string | null): string =>
    detail === 'hands-on' || detail === 'age' || detail === 'gap' ? t(`cardDetail.${detail}`) : ''
  const amount = (thousandths: number): string => formatThousandths(locale, thousandths)
  return {
    locale,
    language,
    t,
    unit,
    amount,
    card,
    cardDetail,
    day: (day: string): string => formatCivilDay(locale, day, 'long'),
    dayOrNone: (day: string | null): string => (day === null ? 'none' : formatCivilDay(locale, day, 'long')),
    and: (names: readonly string[]): string =>
      new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(names),
    missing: (code: string, needed: number): string => {
      const part = readMissing(code)
      const subject =
        part.kind === 'card' ? [card(part.subject), cardDetail(part.detail)].join(' ').trim() : part.subject
      const what =
        part.kind === 'credits'
          ? t('missing.credits', { amount: amount(needed), unit })
          : t(`missing.${part.kind}`, { subject })
      return part.incurable ? t('missing.incurable', { what }) : what
    },
  } as const
}

export type Wording = Awaited<ReturnType<typeof wordingOf>>
