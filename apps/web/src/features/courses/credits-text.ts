import { type Amount, formatAmount } from '@gs/domain'
import type { Locale } from '@gs/ui/locale'

export interface UnitWords {
  readonly singular: Readonly<Record<Locale, string>>
  readonly plural: Readonly<Record<Locale, string>>
}

/** "1.9 CEUs", "1,9 CEU": an amount in thousandths in the words of its unit. Exact: no floating point between. */
export function creditsText(locale: Locale, amount: number, unit: UnitWords | null): string {
  const decimal = formatAmount(amount as Amount) as Intl.StringNumericLiteral
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(decimal)
  if (!unit) return number
  return `${number} ${amount === 1000 ? unit.singular[locale] : unit.plural[locale]}`
}
