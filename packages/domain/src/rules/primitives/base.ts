import { z } from 'zod'
import { parseAmount, parseDay } from '../../kernel/index.ts'

/** A civil date as text. */
export const daySchema = z.string().refine((text) => parseDay(text).ok, 'must be a date that exists, as YYYY-MM-DD')

/** Credits as a decimal text, never negative. */
export const amountSchema = z
  .string()
  .refine((text) => parseAmount(text).ok && !text.startsWith('-'), 'must be an amount such as "1.9", in quotes')

/** Money as published, or null where it is not. */
export const feeSchema = z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, 'must be an amount of money such as "99", in quotes')

export const wordsSchema = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

export const codeSchema = z.string().regex(/^[A-Z][A-Z0-9-]*$/, 'must be a category code in capitals')

/** What something is called inside a pack, and by which others name it. */
export const nameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be in small letters, digits and hyphens, such as "late-fee"')

/** What a rule binds to: which date decides whether this version of the rule applies to a case. */
export const bindsToSchema = z.enum(['period', 'completion', 'filing', 'certification', 'retroactive'])

/** What every rule carries beside its own fields. */
export const ruleBase = {
  /** Unique inside the pack; shown in explanations. */
  id: nameSchema,
  /** Ids of the pack's sources that say so. */
  sources: z.array(z.string()).min(1, 'every rule needs at least one source'),
  bindsTo: bindsToSchema,
  confidence: z.enum(['high', 'medium', 'low']).optional(),
  /** What the sentence made from the fields does not say. */
  note: wordsSchema.optional(),
}

/** Days from and to, both inside; a missing end is open. */
export const periodFields = { from: daySchema.optional(), to: daySchema.optional() }
