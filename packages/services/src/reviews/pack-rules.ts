import { parseAmount } from '@gs/domain'
import type { Pack, Rule, Words } from '@gs/domain/rules'

/** What a pack says that matters to somebody who hands in or judges evidence. Amounts in thousandths of its unit. */
export interface PackRules {
  readonly packId: string
  readonly version: number
  readonly body: string
  readonly credential: Words
  readonly unit: { readonly singular: Words; readonly plural: Words; readonly minutesPerUnit: number }
  readonly categories: readonly { readonly code: string; readonly name: Words }[]
  readonly petition: PetitionRule | null
  readonly limits: readonly LimitRule[]
  readonly cards: readonly CardRule[]
  readonly issuers: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
}

export interface PetitionRule {
  readonly fee: string | null
  readonly currency: string
  readonly fileWithinMonths: number | null
  readonly max: number | null
  readonly sources: readonly RuleSource[]
}

/** One rule that bounds what an activity may count for. */
export interface LimitRule {
  readonly rule: string
  readonly primitive: Rule['primitive']
  /** The kind or category of activity that it bounds; null: all. */
  readonly of: string | null
  readonly max: number | null
  readonly per: string | null
  readonly sources: readonly RuleSource[]
}

export interface CardRule {
  readonly type: string
  readonly handsOn: boolean
  readonly credit: number | null
  readonly sources: readonly RuleSource[]
}

export interface RuleSource {
  readonly title: string
  readonly url: string | null
}

/** Contact minutes of a unit where the publisher gives none: an hour. */
const HOUR = 60

/** What a pack says about petitions, caps, repeats, providers and cards, in a form that a page can put into words. */
export function packRules(pack: Pack): PackRules {
  const sourcesOf = (rule: Rule): RuleSource[] =>
    pack.sources.filter((source) => rule.sources.includes(source.id)).map(({ title, url }) => ({ title, url }))
  const petition = pack.rules.find((rule) => rule.primitive === 'award/petition')
  return {
    packId: pack.id,
    version: pack.version,
    body: pack.body.short,
    credential: pack.credential.name,
    unit: { ...pack.unit, minutesPerUnit: pack.unit.minutesPerUnit ?? HOUR },
    categories: pack.categories,
    petition: petition
      ? {
          fee: petition.fee ?? null,
          currency: pack.currency,
          fileWithinMonths: petition.fileWithinMonths ?? null,
          max: amountOf(petition.max),
          sources: sourcesOf(petition),
        }
      : null,
    limits: pack.rules.flatMap((rule) => limitOf(rule, sourcesOf)),
    cards: pack.rules.flatMap((rule) => cardsOf(rule, sourcesOf)),
    issuers: [...new Set(pack.issuers.flatMap((issuer) => issuer.names))],
    confidence: pack.confidence.level,
  }
}

type SourcesOf = (rule: Rule) => readonly RuleSource[]

function limitOf(rule: Rule, sourcesOf: SourcesOf): LimitRule[] {
  const base = { rule: rule.id, primitive: rule.primitive, sources: sourcesOf(rule) }
  switch (rule.primitive) {
    case 'award/activity-cap':
      return [{ ...base, of: rule.kind, max: amountOf(rule.max), per: rule.per }]
    case 'award/per-award-cap':
      return [{ ...base, of: rule.category ?? rule.kind ?? null, max: amountOf(rule.max), per: 'activity' }]
    case 'award/repeat':
      return [{ ...base, of: rule.kind ?? null, max: null, per: rule.same }]
    case 'award/provider-approval':
      return [{ ...base, of: null, max: null, per: rule.per }]
    case 'category/maximum':
      return [{ ...base, of: rule.codes.join(', '), max: amountOf(rule.max), per: 'cycle' }]
    default:
      return []
  }
}

function cardsOf(rule: Rule, sourcesOf: SourcesOf): CardRule[] {
  if (
    rule.primitive !== 'prerequisite/current' &&
    rule.primitive !== 'prerequisite/continuous' &&
    rule.primitive !== 'prerequisite/horizon' &&
    rule.primitive !== 'prerequisite/issued-within'
  )
    return []
  return [rule.type, ...(rule.orTypes ?? [])].map((type) => ({
    type,
    handsOn: rule.handsOn,
    credit: amountOf(rule.credit),
    sources: sourcesOf(rule),
  }))
}

function amountOf(text: string | undefined): number | null {
  const parsed = text === undefined ? undefined : parseAmount(text)
  return parsed?.ok ? parsed.value : null
}
