import { z } from 'zod'
import { addDays, addMonths, type Day, endOfMonth } from '../../../kernel/index.ts'
import { daysWords, monthsWords } from '../../speech.ts'
import type { Words } from '../../trace.ts'

/** A last day counted from the last day of the term; exactly one field. */
export const deadlineSchema = z.union([
  z.strictObject({ daysAfterExpiry: z.int().min(0).max(3650) }),
  z.strictObject({ monthsAfterExpiry: z.int().min(0).max(120) }),
  /** The day before that month's day: "received before one year after". */
  z.strictObject({ beforeMonthsAfterExpiry: z.int().min(1).max(120) }),
  z.strictObject({ endOfMonthAfterExpiry: z.int().min(0).max(120) }),
  z.strictObject({ never: z.literal(true) }),
])

export type Deadline = z.infer<typeof deadlineSchema>

/** A day after every other: the last day of a window that has none. */
export const NEVER = 9_999_999 as Day

/** The last day of a window that is counted from `expiresOn`; `NEVER` where it has none. */
export function lastDayOf(deadline: Deadline, expiresOn: Day): Day {
  if ('daysAfterExpiry' in deadline) return addDays(expiresOn, deadline.daysAfterExpiry)
  if ('monthsAfterExpiry' in deadline) return addMonths(expiresOn, deadline.monthsAfterExpiry)
  if ('beforeMonthsAfterExpiry' in deadline) return addDays(addMonths(expiresOn, deadline.beforeMonthsAfterExpiry), -1)
  if ('endOfMonthAfterExpiry' in deadline) return endOfMonth(addMonths(expiresOn, deadline.endOfMonthAfterExpiry))
  return NEVER
}

/** The deadline in words that follow a verb: "until 90 days after expiry". */
export function deadlineWords(deadline: Deadline): Words {
  if ('daysAfterExpiry' in deadline) {
    const days = daysWords(deadline.daysAfterExpiry)
    return { en: `until ${days.en} after expiry`, es: `hasta ${days.es} después del vencimiento` }
  }
  if ('monthsAfterExpiry' in deadline) {
    const months = monthsWords(deadline.monthsAfterExpiry)
    return { en: `until ${months.en} after expiry`, es: `hasta ${months.es} después del vencimiento` }
  }
  if ('beforeMonthsAfterExpiry' in deadline) {
    const months = monthsWords(deadline.beforeMonthsAfterExpiry)
    return {
      en: `until the day before ${months.en} after expiry`,
      es: `hasta el día anterior a cumplirse ${months.es} del vencimiento`,
    }
  }
  if ('endOfMonthAfterExpiry' in deadline) {
    const months = monthsWords(deadline.endOfMonthAfterExpiry)
    return {
      en: `until the end of the month that lies ${months.en} after expiry`,
      es: `hasta el final del mes que cae ${months.es} después del vencimiento`,
    }
  }
  return { en: 'with no last day', es: 'sin último día' }
}
