import { parseAmount, parseDay } from '@gs/domain'
import { z } from 'zod'

/** Made by the client once for one intent; a repeated call with it is answered as the first was. */
export const commandKey = z.string().regex(/^[\w.:-]{8,80}$/)

export const id = z.uuid()

/** No credential and no person of the product is older; the database has no year 0. */
const EARLIEST = '1900-01-01'

/** "YYYY-MM-DD" from 1900 on, answered as a day number. */
export const civilDay = z.string().transform((text, ctx) => {
  const parsed = parseDay(text)
  if (parsed.ok && text >= EARLIEST) return parsed.value
  ctx.addIssue({ code: 'custom', message: 'date.invalid' })
  return z.NEVER
})

/** A decimal of credits such as "1.9", answered in thousandths; more than nothing. */
export const credits = z.string().transform((text, ctx) => {
  const parsed = parseAmount(text)
  if (parsed.ok && parsed.value > 0) return parsed.value
  ctx.addIssue({ code: 'custom', message: 'amount.invalid' })
  return z.NEVER
})

/** A text that somebody typed: trimmed, not empty, of limited length, and such as the database can keep as it is. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'text.empty')
    .max(max, 'text.too-long')
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text), 'text.control-characters')
