import { z } from 'zod'

/** A last day counted from the last day of the term; exactly one field, or none for the term's last day itself. */
export const deadlineSchema = z.union([
  z.strictObject({ daysAfterExpiry: z.int().min(0).max(3650) }),
  z.strictObject({ monthsAfterExpiry: z.int().min(0).max(120) }),
  /** The day before that month's day: "received before one year after". */
  z.strictObject({ beforeMonthsAfterExpiry: z.int().min(1).max(120) }),
  z.strictObject({ endOfMonthAfterExpiry: z.int().min(0).max(120) }),
  z.strictObject({ never: z.literal(true) }),
])
