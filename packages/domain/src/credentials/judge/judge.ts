import { type Day, minDay } from '../../kernel/index.ts'
import { type CompiledPack, isIn, type Profile, type Term } from '../../rules/engine.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'
import type { Rejected } from '../standing.ts'
import { admit, type Item, type Window } from './admit.ts'
import { type OpenAudit, openAudit } from './audit.ts'
import { type CardAnswer, judgeCards } from './cards.ts'
import { type Cascaded, cascadedBy } from './cascade.ts'
import { type Count, type CountQuestion, count } from './count.ts'
import { type Cycle, cycleOf } from './cycle.ts'
import { type Days, knownEvents } from './known.ts'
import { type Phase, phaseOf } from './phase.ts'
import { profileFor } from './requirement.ts'
import { windowOf } from './window.ts'

/** Credits of a total of its own. */
export interface SecondCount {
  readonly code: string
  readonly required: number
  readonly counted: number
  readonly total: number
  readonly items: readonly Item[]
}

/** Everything found out about a dated holding; standing, trace and allocation are views of it. */
export interface Judgement {
  readonly days: Days
  readonly events: readonly HoldingEvent[]
  readonly cycle: Cycle
  /** The cycle whose credits are judged. */
  readonly span: Term
  readonly phase: Phase
  readonly window: Window
  readonly audit: OpenAudit | null
  readonly cascaded: Cascaded | null
  readonly profile: Profile
  readonly cards: readonly CardAnswer[]
  /** Items of the main total, the card's credit last. */
  readonly items: readonly Item[]
  readonly rejected: readonly Rejected[]
  readonly count: Count
  readonly question: CountQuestion
  readonly seconds: readonly SecondCount[]
}

/** The credit that cards give: once a cycle, where they fulfil their rule on the day. */
export function cardItems(pack: CompiledPack, cards: readonly CardAnswer[], day: Day): Item[] {
  const items: Item[] = []
  for (let i = 0; i < cards.length; i++) {
    const rule = pack.cards[i]
    if (rule && rule.credit > 0 && cards[i]?.missing === null)
      items.push({ award: null, amount: rule.credit, code: rule.category, day })
  }
  return items
}

/** Takes the credits of second totals out of the main one. */
function splitSeconds(pack: CompiledPack, all: readonly Item[]): { items: readonly Item[]; seconds: SecondCount[] } {
  if (pack.secondTotals.length === 0) return { items: all, seconds: [] }
  let items = all
  const seconds = pack.secondTotals.map(({ rule, mask, required }) => {
    const isOf = (item: Item) => isIn(mask, item.code)
    const own = items.filter(isOf)
    items = items.filter((item) => !isOf(item))
    const total = own.reduce((sum, item) => sum + item.amount, 0)
    return { code: rule.codes[0] ?? '', required, counted: Math.min(total, required), total, items: own }
  })
  return { items, seconds }
}

/** Judges a holding whose cycle is known; null where the facts name no date that the pack can use. */
export function judge(pack: CompiledPack, facts: HoldingFacts, days: Days): Judgement | null {
  const { asOf } = days
  const events = knownEvents(facts, days)
  const found = cycleOf(pack, facts, { events, asOf })
  if (!found) return null
  const cascaded = events.length > 0 ? cascadedBy(pack, facts, { events, span: found.span }) : null
  const cycle = cascaded ? { ...found, span: { from: found.span.from, to: cascaded.expiresOn }, next: null } : found
  const usual = phaseOf(pack, { facts, cycle, asOf })
  const audit = events.length > 0 && usual.status !== 'lapsed' ? openAudit(pack, cycle, { events, asOf }) : null
  const span = audit ? audit.span : cycle.span
  const phase: Phase = audit ? { status: 'inactive', inForce: false, window: null } : usual
  const window = windowOf(pack, facts, { cycle, audit, events, days })
  const { items: admitted, rejected } = admit(pack, { window, facts, days })
  const profile = profileFor(pack, facts, audit ? { ...cycle, span } : cycle, audit?.renewal?.on ?? asOf)
  let cards = judgeCards(pack, facts.cards, { days, day: asOf, span: cycle.span })
  if (audit?.renewal) {
    const then = judgeCards(pack, facts.cards, { days, day: minDay(audit.renewal.on, asOf), span })
    cards = cards.map((answer, i) =>
      answer.missing !== null && then[i]?.missing === null ? (then[i] ?? answer) : answer,
    )
  }
  const { items, seconds } = splitSeconds(pack, [...admitted, ...cardItems(pack, cards, asOf)])
  const question: CountQuestion = { pack, profile, items, span, asOf }
  return {
    days,
    events,
    cycle,
    span,
    phase,
    window,
    audit,
    cascaded,
    profile,
    cards,
    items,
    rejected,
    count: count(question),
    question,
    seconds,
  }
}
