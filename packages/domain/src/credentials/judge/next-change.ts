import { addDays, addMonths, type Day, dayOf } from '../../kernel/index.ts'
import { type CompiledPack, lastDayOf, NEVER } from '../../rules/engine.ts'
import type { HoldingFacts } from '../facts.ts'
import { answerBy } from './audit.ts'
import { validThrough } from './cards.ts'
import type { Judgement } from './judge.ts'
import { DUE_SOON_DAYS, extendedTo, fileFrom } from './phase.ts'

/**
 * The first day after `asOf` on which the answer may differ though no new fact comes in: every boundary of a window,
 * fee, card, year or decision that the facts and the pack know. Between two such days the standing is constant.
 */
export function nextChange(pack: CompiledPack, facts: HoldingFacts, judgement: Judgement): Day | null {
  const { asOf } = judgement.days
  let next = Number.POSITIVE_INFINITY
  /** `day` is the first on which something is different. */
  const on = (day: Day | null | undefined) => {
    if (day !== null && day !== undefined && day > asOf && day < next) next = day
  }
  const after = (day: Day | null | undefined) => {
    if (day !== null && day !== undefined && day >= asOf && day < NEVER) on(addDays(day, 1))
  }
  const last = judgement.cycle.span.to
  on(facts.issuedOn)
  on(judgement.cycle.span.from)
  on(judgement.window.from)
  on(addDays(last, -DUE_SOON_DAYS))
  after(last)
  // A sliding window ends on the day of the question, whichever that is.
  if (!pack.sliding) after(judgement.window.until)
  after(extendedTo(pack, facts, judgement.cycle))
  on(fileFrom(pack, judgement.cycle))
  for (const window of pack.late) {
    after(lastDayOf(window.rule.until, last))
    for (const fee of window.fees) {
      on(fee.from)
      after(fee.to)
    }
  }
  for (const waiver of pack.waivers) {
    on(waiver.from)
    after(waiver.to)
  }
  for (const other of facts.alsoHolds ?? []) after(other.expiresOn)
  for (const duty of facts.dutiesOpen ?? []) on(dayOf(duty.year + 1, 1, 1))
  for (const event of facts.events) {
    on(event.on)
    on(event.knownOn)
    if (event.type === 'audit') after(answerBy(pack, event))
  }
  if (pack.term.primitive === 'term/rolling') on(judgement.cycle.next?.from)
  for (const year of pack.subPeriod ? judgement.count.openYears : []) after(year.span.to)
  fromAwards(pack, facts, on)
  fromCards(pack, facts, { on, after })
  return next === Number.POSITIVE_INFINITY ? null : (next as Day)
}

type Mark = (day: Day | null | undefined) => void

function fromAwards(pack: CompiledPack, facts: HoldingFacts, on: Mark): void {
  for (const award of facts.awards) {
    on(award.completedOn)
    on(award.knownOn)
    on(award.approvedOn)
    on(award.deniedOn)
    on(award.revokedOn)
    if (pack.sliding) on(slidesOut(award.completedOn, pack.sliding.months))
  }
}

/** The first day whose window of n months no longer holds `day`: month ends clamp, so it is searched near the sum. */
function slidesOut(day: Day, months: number): Day {
  let first = addMonths(day, months)
  while (addMonths(first, -months) >= day) first = addDays(first, -1)
  while (addMonths(first, -months) < day) first = addDays(first, 1)
  return first
}

function fromCards(pack: CompiledPack, facts: HoldingFacts, { on, after }: { on: Mark; after: Mark }): void {
  if (pack.cards.length === 0) return
  for (const card of facts.cards) {
    on(card.issuedOn)
    on(card.knownOn)
    const through = validThrough(pack, card)
    after(through)
    for (const { rule } of pack.cards) {
      if (rule.primitive === 'prerequisite/horizon') after(addDays(through, -rule.days))
      if (rule.primitive === 'prerequisite/issued-within') after(addMonths(card.issuedOn, rule.months))
    }
  }
}
