import { z } from 'zod'
import { credits } from './inputs.ts'

/** A short text without control characters, as codes and keys are. */
const plainText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u)

/** The code of a rule pack or credential, or another short code without signs of its own. */
export const plainCode = plainText(80)

/** A hundred thousand units: no activity gives so much, and the database's integers hold sums of it. */
const MOST = 100_000_000

/** Credits for bodies, each in the unit of its pack, as decimals; `category` is '' where the pack has none. */
export const creditLines = z
  .array(
    z.strictObject({
      packId: plainCode,
      category: z
        .string()
        .regex(/^[A-Z0-9-]{0,40}$/)
        .default(''),
      amount: credits.refine((amount) => amount <= MOST, 'amount.invalid'),
    }),
  )
  .max(40)

/** A page of a list, from 1. */
export const pageNumber = z.int().min(1).max(100_000).default(1)

/** What somebody typed to find something; nothing typed finds all. */
export const searchText = z
  .string()
  .trim()
  .max(120)
  .regex(/^\P{Cc}*$/u)
  .optional()
