import { type Amount, type Day, formatDay, parseDay } from '@gs/domain'
import type { CreditLine } from '@gs/domain/ledger'
import type { AwardKind } from '@gs/domain/rules'
import { z } from 'zod'

/** What kinds of outside activity a trainer may hand in; each is a kind that the rules know. */
export const OUTSIDE_KINDS = [
  'petition',
  'presenting',
  'speaking',
  'committee',
  'course',
] as const satisfies readonly AwardKind[]
export type OutsideKind = (typeof OUTSIDE_KINDS)[number]

const activitySchema = z.object({
  kind: z.enum(OUTSIDE_KINDS),
  asked: z.array(z.object({ packId: z.string(), category: z.string(), amount: z.int() })),
  minutes: z.int().nullable(),
  note: z.string().nullable(),
})

const dayText = z.string().transform((text, ctx): Day => {
  const parsed = parseDay(text)
  if (parsed.ok) return parsed.value
  ctx.addIssue({ code: 'custom', message: parsed.error })
  return z.NEVER
})

const cardSchema = z.object({
  type: z.string(),
  issuer: z.string(),
  issuedOn: dayText,
  validThrough: dayText.nullable(),
  handsOn: z.boolean(),
})

/** What a submission asks for, as it is stored beside it. */
export interface ActivityDetails {
  readonly kind: OutsideKind
  readonly asked: readonly CreditLine[]
  /** Contact minutes, where hours were given in place of credits. */
  readonly minutes: number | null
  readonly note: string | null
}

export interface CardDetails {
  readonly type: string
  readonly issuer: string
  readonly issuedOn: Day
  /** null: it follows from the issuer's rule. */
  readonly validThrough: Day | null
  readonly handsOn: boolean
}

/** Reads the stored details of an activity. */
export function activityDetails(stored: unknown): ActivityDetails {
  const { asked, ...rest } = activitySchema.parse(stored)
  return { ...rest, asked: asked.map((line) => ({ ...line, amount: line.amount as Amount })) }
}

/** Reads the stored details of a card. */
export const cardDetails = (stored: unknown): CardDetails => cardSchema.parse(stored)

/** As `cardDetails` reads them. */
export const storedCard = (card: CardDetails) => ({
  ...card,
  issuedOn: formatDay(card.issuedOn),
  validThrough: card.validThrough === null ? null : formatDay(card.validThrough),
})
