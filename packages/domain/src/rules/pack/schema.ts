import { z } from 'zod'
import { codeSchema, daySchema, nameSchema, wordsSchema } from '../primitives/base.ts'
import { ruleSchema } from '../primitives/rule.ts'

/** A publication from which rules were taken. */
const sourceSchema = z.strictObject({
  id: nameSchema,
  title: z.string().min(1),
  url: z.url().nullable(),
  /** When the publication was seen or what it refers to; null: not known. */
  asOf: z.string().nullable(),
})

/** What the body calls a credit, and how long one is. */
const unitSchema = z.strictObject({
  singular: wordsSchema,
  plural: wordsSchema,
  /** null: the publisher gives none. */
  minutesPerUnit: z.int().min(1).max(6000).nullable(),
})

/** The usual validity of a card by its issuer, for cards on which no last day is printed. */
const issuerSchema = z.strictObject({
  names: z.array(z.string().min(1)).min(1),
  months: z.int().min(1).max(120),
  ends: z.enum(['anniversary', 'end-of-month']),
})

/** The published rules of one credential (or of several under one rule), as dated data. */
export const packSchema = z.strictObject({
  format: z.literal(1),
  id: nameSchema,
  /** Versions of one credential share it; a holding moves between them by period. */
  lineage: nameSchema,
  version: z.int().min(1),
  /** `calculation`: a unit's arithmetic, offered to nobody as a credential. */
  kind: z.enum(['certification', 'specialization', 'calculation']),
  body: z.strictObject({ short: z.string().min(1), name: wordsSchema }),
  /** `names`: what holders and bodies call it; the first is the usual one. */
  credential: z.strictObject({
    name: wordsSchema,
    names: z.array(z.string().min(1)).min(1),
    /** Where one set of rules keeps several credentials, each of them by its code; each code is one of `names`. */
    offered: z
      .array(z.strictObject({ code: z.string().min(1), name: wordsSchema }))
      .min(1)
      .optional(),
  }),
  effective: z.strictObject({ from: daySchema, to: daySchema.nullable() }),
  unit: unitSchema,
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capitals such as "USD"'),
  /** The zone in which the body's deadlines fall; null: not published. */
  deadlineZone: z.string().nullable(),
  categories: z.array(z.strictObject({ code: codeSchema, name: wordsSchema })),
  issuers: z.array(issuerSchema),
  rules: z.array(ruleSchema).min(1),
  /** What keeps the credential or brings it back without credits, such as the exam again: told, not reckoned. */
  otherWays: z
    .array(
      z.strictObject({
        id: nameSchema,
        words: wordsSchema,
        sources: z.array(z.string()).min(1, 'every way needs at least one source'),
      }),
    )
    .optional(),
  sources: z.array(sourceSchema).min(1),
  confidence: z.strictObject({ level: z.enum(['high', 'medium', 'low']), words: wordsSchema }),
  /** What was taken for true where the publisher is silent. */
  assumptions: z.array(wordsSchema),
  /** What nobody could confirm: shown as "likely, confirm with the body". */
  unverified: z.array(wordsSchema),
  /** Values set for demonstration where no source gives one, by rule id. */
  demo: z.array(z.string()).optional(),
})

export type Pack = z.infer<typeof packSchema>
export type PackSource = z.infer<typeof sourceSchema>
