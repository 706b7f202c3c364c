import { addDays, addMonths, calendarOf, type Day, type DaySpan } from '../../kernel/index.ts'
import {
  anchoredEnd,
  anchoredSchedule,
  type CompiledPack,
  commonSchedule,
  givenSchedule,
  neighbourTerm,
  rollingSchedule,
  type Schedule,
  type Term,
} from '../../rules/engine.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'

export type Renewed = Extract<HoldingEvent, { type: 'renewed' }>

/** The cycle in which a holding is, and its neighbours. */
export interface Cycle {
  readonly span: Term
  /** The number of the renewal that closes it, where the terms are counted from the day of issue. */
  readonly ordinal: number | null
  readonly next: DaySpan | null
  readonly previous: Term | null
  readonly gap: DaySpan | null
  readonly reinstatedOn: Day | null
  /** Renewals of this holding so far, in order. */
  readonly renewals: readonly Renewed[]
}

/** Where the terms of a holding begin; null where the facts name no date that the pack can use. */
function scheduleOf(pack: CompiledPack, facts: HoldingFacts, asOf: Day): Schedule | null {
  const { term } = pack
  const { issuedOn, cycleStart, expiresOn } = facts
  if (expiresOn !== undefined) {
    if (issuedOn !== undefined && cycleStart === undefined && anchoredEnd(term, issuedOn, 1) !== null) {
      // A later term of the same anchor keeps it; so a leap day comes back.
      for (let n = 1; n <= 60; n++) {
        const end = anchoredEnd(term, issuedOn, n)
        if (end === expiresOn) return (number) => anchoredSchedule(term, issuedOn)(number + n - 1)
        if (end === null || end > expiresOn) break
      }
    }
    const known = neighbourTerm(term, { from: addDays(expiresOn, 1), to: expiresOn }, -1)?.from ?? null
    return givenSchedule(term, { from: startOf(cycleStart ?? known, facts, expiresOn), to: expiresOn })
  }
  const start = cycleStart ?? issuedOn
  if (start === undefined) return null
  if (term.primitive === 'term/common-period') return commonSchedule(term, start)
  if (term.primitive === 'term/rolling') return rollingSchedule(term, start, asOf)
  if (term.primitive === 'term/given')
    return term.months === undefined
      ? null
      : givenSchedule(term, { from: start, to: addDays(addMonths(start, term.months), -1) })
  return anchoredSchedule(term, start)
}

/** Nothing counts from before the certification, whatever the period. */
function startOf(start: Day | null, facts: HoldingFacts, expiresOn: Day): Day | null {
  const { issuedOn } = facts
  if (issuedOn === undefined || issuedOn > expiresOn) return start
  return start === null || issuedOn > start ? issuedOn : start
}

/** Does a renewal close this given term, or was it the one that opened it? */
function closes(event: Renewed, span: Term): boolean {
  const years = event.for?.match(/\d{4}/g)
  const last = years?.[years.length - 1]
  if (last !== undefined) return Number(last) >= calendarOf(span.to).year
  if (event.on > span.to) return true
  return event.late !== true && span.from !== null && event.on > (span.from + span.to) / 2
}

const isOwn = (pack: CompiledPack, facts: HoldingFacts, event: Renewed): boolean => {
  const name = event.credential?.toLowerCase()
  if (name === undefined || name === facts.credential?.toLowerCase()) return true
  return facts.credential === undefined && pack.names.has(name)
}

/** Finds the cycle after everything that happened up to `asOf`. `events` are those known, in order. */
export function cycleOf(
  pack: CompiledPack,
  facts: HoldingFacts,
  { events, asOf }: { readonly events: readonly HoldingEvent[]; readonly asOf: Day },
): Cycle | null {
  const schedule = scheduleOf(pack, facts, asOf)
  const first = schedule?.(1)
  if (!schedule || !first) return null
  const counted = facts.expiresOn === undefined && anchoredEnd(pack.term, first.to, 1) !== null
  let number = 1
  let span: Term = first
  let gap: DaySpan | null = null
  let reinstatedOn: Day | null = null
  const renewals: Renewed[] = []
  for (const event of events) {
    if (event.type === 'renewed') {
      if (!isOwn(pack, facts, event)) continue
      renewals.push(event)
      if (!counted && !closes(event, span)) continue
      const after = schedule(number + 1)
      if (!after) continue
      const label = counted ? Number(event.for?.match(/^cycle (\d+)$/)?.[1] ?? 0) : 0
      number = Math.max(number, label) + 1
      span = schedule(number) ?? after
      reinstatedOn = null
      gap = null
    } else if (event.type === 'reinstated' && event.on > span.to) {
      const rule = pack.rules.one('lifecycle/reinstatement')
      if (rule && event.on > addMonths(span.to, 12 * rule.maxYearsLapsed)) continue
      let later = number + 1
      let back = schedule(later)
      while (back && back.to < event.on) back = schedule(++later)
      if (!back) continue
      number = later
      gap = { from: addDays(span.to, 1), to: addDays(event.on, -1) }
      span = { from: event.on, to: back.to }
      reinstatedOn = event.on
    } else if (event.type === 'reinstated' && event.on === span.from) {
      // The shortened cycle itself was given: by the schedule it would have begun on the day after the lapse.
      const usual = neighbourTerm(pack.term, { from: addDays(span.to, 1), to: span.to }, -1)
      if (usual && usual.from < event.on) gap = { from: usual.from, to: addDays(event.on, -1) }
      reinstatedOn = event.on
    }
  }
  if (counted && facts.renewalNumber !== undefined)
    for (; number < facts.renewalNumber && asOf > span.to; number++) span = schedule(number + 1) ?? span
  return {
    span,
    ordinal: facts.renewalNumber ?? (counted ? number : null),
    next: nextSpan(schedule(number + 1)),
    previous: number > 1 ? schedule(number - 1) : neighbourTerm(pack.term, first, -1),
    gap,
    reinstatedOn,
    renewals,
  }
}

const nextSpan = (span: Term | null): DaySpan | null =>
  span?.from === undefined || span?.from === null ? null : { from: span.from, to: span.to }
