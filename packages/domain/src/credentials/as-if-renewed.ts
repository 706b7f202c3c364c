import type { Day } from '../kernel/index.ts'
import type { CompiledPack } from '../rules/engine.ts'
import { evaluate } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'
import { cycleOf } from './judge/cycle.ts'
import { daysOf, knownEvents } from './judge/known.ts'

/** The facts as they would be in the next cycle, had the current one been renewed on its last day; null: no next cycle. */
export function asIfRenewed(pack: CompiledPack, facts: HoldingFacts, at: At): HoldingFacts | null {
  if (pack.term.primitive === 'term/none') return null
  const days = daysOf(at)
  const cycle = cycleOf(pack, facts, { events: knownEvents(facts, days), asOf: days.asOf })
  if (!cycle?.next) return null
  const { next } = cycle
  return {
    ...facts,
    cycleStart: next.from,
    expiresOn: next.to,
    issuedOn: facts.issuedOn,
    renewalNumber: cycle.ordinal === null ? facts.renewalNumber : cycle.ordinal + 1,
    required: undefined,
    extendedTo: undefined,
    earnFrom: undefined,
    deficitFromPreviousPeriod: undefined,
    events: facts.events.filter((event) => event.type === 'renewed' && event.credential !== undefined),
    awards: facts.awards.filter((award) => award.completedOn >= next.from && award.usedIn === undefined),
  }
}

/** The facts that hold on a day in a coming cycle, every cycle before it renewed on its last day; null where there is none. */
export function factsOn(pack: CompiledPack, facts: HoldingFacts, at: At, day: Day): HoldingFacts | null {
  let current = facts
  let asOf = at.asOf
  // A hundred cycles are more than a life.
  for (let n = 0; n < 100; n++) {
    const { expiresOn } = evaluate(pack, current, { asOf, knownAt: at.knownAt })
    if (expiresOn === null || day <= expiresOn || (n === 0 && asOf > expiresOn)) return current
    const next = asIfRenewed(pack, current, { asOf, knownAt: at.knownAt })
    if (!next) return n === 0 ? current : null
    current = next
    asOf = next.cycleStart ?? day
  }
  return null
}
