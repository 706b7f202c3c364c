import { z } from 'zod'
import { credits } from './inputs.ts'

/** Credits for bodies, each in the unit of its pack, as decimals; `category` is '' where the pack has none. */
export const creditLines = z
  .array(
    z.strictObject({
      packId: z.string().min(1).max(80),
      category: z.string().max(40).default(''),
      amount: credits,
    }),
  )
  .max(40)

/** A page of a list, from 1. */
export const pageNumber = z.int().min(1).max(100_000).default(1)

/** What somebody typed to find something; nothing typed finds all. */
export const searchText = z.string().trim().max(120).optional()
