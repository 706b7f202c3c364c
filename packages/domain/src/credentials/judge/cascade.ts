import { addMonths, type Day } from '../../kernel/index.ts'
import type { CompiledPack, Term } from '../../rules/engine.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'
import { matchesName } from './requirement.ts'

/** The renewal of a higher credential that renewed this one too. */
export interface Cascaded {
  readonly by: string
  readonly on: Day
  readonly expiresOn: Day
}

const rankIn = (order: readonly (readonly string[])[], name: string): number =>
  order.findIndex((names) => names.some((each) => matchesName(each, name)))

/** Finds it, where the pack has such an order and this credential was still alive on the day; null otherwise. */
export function cascadedBy(
  pack: CompiledPack,
  facts: HoldingFacts,
  { events, span }: { readonly events: readonly HoldingEvent[]; readonly span: Term },
): Cascaded | null {
  const rule = pack.cascade
  if (!rule || facts.credential === undefined) return null
  const own = rankIn(rule.order, facts.credential)
  let found: Cascaded | null = null
  const expiries = new Map<string, Day>()
  for (const event of events) {
    if (event.type !== 'renewed' || event.credential === undefined) continue
    const name = event.credential
    const rank = rankIn(rule.order, name)
    if (own < 0 || rank <= own) continue
    const held = facts.alsoHolds?.find((other) => other.credential.toLowerCase() === name.toLowerCase())
    const before = expiries.get(name) ?? held?.expiresOn ?? span.to
    const after = addMonths(before, rule.months)
    expiries.set(name, after)
    if (event.on <= (found?.expiresOn ?? span.to)) found = { by: name, on: event.on, expiresOn: after }
  }
  return found
}

/** Of the holder's other credentials the lower ones that a renewal of this one renews too. */
export function cascadesTo(pack: CompiledPack, facts: HoldingFacts, asOf: Day): string[] {
  const rule = pack.cascade
  if (!rule || facts.credential === undefined) return []
  const own = rankIn(rule.order, facts.credential)
  return (facts.alsoHolds ?? [])
    .filter((other) => other.expiresOn === null || other.expiresOn >= asOf)
    .map((other) => other.credential)
    .filter((name) => {
      const rank = rankIn(rule.order, name)
      return rank >= 0 && rank < own
    })
}
