import type { SubmissionKind, SubmissionStatus } from '@gs/domain/reviews'
import type { Words } from '@gs/domain/rules'

interface Source {
  readonly title: string
  readonly url: string | null
}

/** What a body's rules say about what is handed in. */
export interface PackRules {
  readonly packId: string
  readonly body: string
  readonly credential: Words
  readonly unit: { readonly singular: Words; readonly plural: Words; readonly minutesPerUnit: number }
  readonly categories: readonly { readonly code: string; readonly name: Words }[]
  readonly petition: {
    readonly fee: string | null
    readonly currency: string
    readonly fileWithinMonths: number | null
    readonly max: number | null
    readonly sources: readonly Source[]
  } | null
  readonly limits: readonly {
    readonly rule: string
    readonly primitive: string
    readonly of: string | null
    readonly max: number | null
    readonly per: string | null
    readonly sources: readonly Source[]
  }[]
  readonly cards: readonly {
    readonly type: string
    readonly handsOn: boolean
    readonly credit: number | null
    readonly sources: readonly Source[]
  }[]
  readonly issuers: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
}

/** One submission with what is needed to judge it. */
export interface ReviewCase {
  readonly submission: {
    readonly id: string
    readonly kind: SubmissionKind
    readonly status: SubmissionStatus
    readonly title: string
    readonly provider: string
    readonly completedOn: string
    readonly filedOn: string
    readonly details: Readonly<Record<string, unknown>>
    readonly file: { readonly id: string; readonly name: string; readonly bytes: number } | null
    readonly entryId: string | null
    readonly decision: {
      readonly outcome: string
      readonly reasonCode: string | null
      readonly note: string | null
      readonly decidedOn: string
      readonly reversed: boolean
      readonly credits: readonly CreditAsked[]
    } | null
  }
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly unitName: string }
  readonly own: boolean
  readonly decidedBy: string | null
  readonly packs: readonly PackRules[]
  readonly standings: readonly {
    readonly holdingId: string
    readonly credentialCode: string
    readonly status: string
    readonly required: number | null
    readonly counted: number | null
    readonly missing: readonly string[]
    readonly expiresOn: string | null
    readonly unit: { readonly plural: Words }
  }[]
  readonly duplicates: readonly { readonly entryId: string; readonly activity: string }[]
}

export interface CreditAsked {
  readonly packId: string
  readonly category: string
  readonly amount: number
}

export interface Asked {
  readonly kind: string
  readonly lines: readonly CreditAsked[]
  readonly minutes: number | null
  readonly note: string | null
}

type Stored = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What an activity's details ask for. */
export function askedOf(details: Stored): Asked {
  const lines = Array.isArray(details.asked) ? details.asked : []
  return {
    kind: text(details.kind),
    lines: lines.map((line: Stored) => ({
      packId: text(line.packId),
      category: text(line.category),
      amount: Number(line.amount),
    })),
    minutes: typeof details.minutes === 'number' ? details.minutes : null,
    note: typeof details.note === 'string' ? details.note : null,
  }
}

/** What a card's details say. */
export const cardOf = (details: Stored) => ({
  type: text(details.type),
  validThrough: typeof details.validThrough === 'string' ? details.validThrough : null,
  handsOn: details.handsOn === true,
})
