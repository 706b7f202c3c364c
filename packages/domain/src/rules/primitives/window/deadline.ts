import { z } from 'zod'
import { addDays, addMonths, type Day, endOfMonth } from '../../../kernel/index.ts'

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
