import { type Amount, formatAmount } from '@gs/domain'
import type { StaffRole } from '@gs/domain/organizations'
import { z } from 'zod'
import type { Locale } from './mail-text.ts'

/** Pieces of sentences that several mails share. */

/** A name in both languages, as rule packs have them. */
export const bothLanguages = z.strictObject({ en: z.string().max(300), es: z.string().max(300) })

/** An amount in thousandths as a decimal of the language, exact: "1.9" or "1,9". */
export const amountIn = (locale: Locale, thousandths: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false }).format(
    formatAmount(thousandths as Amount) as Intl.StringNumericLiteral,
  )

export const creditLines = z.array(z.strictObject({ amount: z.int(), unit: z.string().max(40) })).max(40)
export type CreditLines = z.infer<typeof creditLines>

const AND: Readonly<Record<Locale, string>> = { en: 'and', es: 'y' }

/** "1.9 CEU", "1.9 CEU and 12 hours"; «1,9 CEU y 12 horas». */
export function creditsInWords(locale: Locale, lines: CreditLines): string {
  const each = lines.map((line) => `${amountIn(locale, line.amount)} ${line.unit}`)
  if (each.length < 2) return each.join('')
  return `${each.slice(0, -1).join(', ')} ${AND[locale]} ${each.at(-1)}`
}

/** A civil day in full. */
export const dayInWords = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

export const ROLE_NAMES: Readonly<Record<Locale, Readonly<Record<StaffRole, string>>>> = {
  en: {
    registrar: 'registrar',
    staff: 'compliance staff',
    author: 'author',
    auditor: 'auditor',
    administrator: 'administrator',
  },
  es: {
    registrar: 'registro',
    staff: 'cumplimiento',
    author: 'autoría',
    auditor: 'auditoría',
    administrator: 'administración',
  },
}
