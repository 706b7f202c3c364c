import { type Amount, formatAmount } from '@gs/domain'
import type { StaffRole } from '@gs/domain/organizations'
import { z } from 'zod'
import type { Locale } from './mail-text.ts'

/** Pieces of sentences that several mails share. */

export const creditLines = z.array(z.strictObject({ amount: z.int(), unit: z.string().max(40) })).max(40)
export type CreditLines = z.infer<typeof creditLines>

const AND: Readonly<Record<Locale, string>> = { en: 'and', es: 'y' }

/** "1.9 CEU", "1.9 CEU and 12 hours". */
export function creditsInWords(locale: Locale, lines: CreditLines): string {
  const each = lines.map((line) => `${formatAmount(line.amount as Amount)} ${line.unit}`)
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
