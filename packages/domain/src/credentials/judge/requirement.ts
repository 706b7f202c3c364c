import type { Amount, Day } from '../../kernel/index.ts'
import { amountOf, type CompiledPack, dayOfText, type Profile, withRequired } from '../../rules/engine.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Cycle } from './cycle.ts'

/** A name of the pack's list matches itself, or whatever begins like it where it ends in `*`. */
export function matchesName(pattern: string, name: string): boolean {
  const a = pattern.toLowerCase()
  const b = name.toLowerCase()
  return a.endsWith('*') ? b.startsWith(a.slice(0, -1)) : a === b
}

const isOneOf = (names: readonly string[], name: string): boolean => names.some((each) => matchesName(each, name))

/** Of the holder's other credentials those that belong to the pack's family and are alive. */
export function familyHeld(pack: CompiledPack, facts: HoldingFacts, asOf: Day): string[] {
  const members = pack.family?.members ?? []
  return (facts.alsoHolds ?? [])
    .filter((other) => other.expiresOn === null || other.expiresOn >= asOf)
    .map((other) => other.credential)
    .filter((name) => members.some((member) => isOneOf(member.names, name)))
}

/** The profile of the pack's tables for this holder, before what is stated for the holder alone. */
function published(pack: CompiledPack, facts: HoldingFacts, cycle: Cycle, asOf: Day): Profile {
  const { base, byCertification, byRenewal, byCredential, exemption } = pack.requirement
  const stated = facts.required
  const another = stated !== undefined && stated !== exemption?.profile.required
  if (exemption && !another && facts.renewalNumber === 1 && asOf <= cycle.span.to) {
    const { licensedBy } = exemption.rule
    if (licensedBy === undefined || licensedBy === facts.licensedBy) return exemption.profile
  }
  if (byCertification.length > 0) {
    const certified = facts.issuedOn ?? certifiedBy(pack, facts)
    const row = byCertification.find(
      (each) => certified === undefined || (each.from <= certified && certified <= each.to),
    )
    if (row) return row.profile
  }
  if (byRenewal.length > 0) {
    const last = byRenewal[byRenewal.length - 1]
    const row = byRenewal.find((each) => each.renewal === cycle.ordinal) ?? last
    if (row) return row.profile
  }
  if (byCredential.length > 0) {
    const { credential } = facts
    const row = credential === undefined ? undefined : byCredential.find((each) => isOneOf(each.names, credential))
    const chosen = row ?? byCredential[0]
    if (chosen) return chosen.profile
  }
  return base
}

/** A cycle that begins with the period tells nothing: certified before it. One that begins later began on that day. */
function certifiedBy(pack: CompiledPack, facts: HoldingFacts): Day | undefined {
  const { cycleStart } = facts
  const { term } = pack
  if (cycleStart === undefined || term.primitive !== 'term/common-period') return undefined
  return cycleStart > dayOfText(term.start) ? cycleStart : undefined
}

/** What this cycle asks of this holder, with the category groups that go with it. */
export function profileFor(pack: CompiledPack, facts: HoldingFacts, cycle: Cycle, asOf: Day): Profile {
  const profile = published(pack, facts, cycle, asOf)
  if (facts.required !== undefined) return withRequired(profile, facts.required)
  let required: number = profile.required
  if (pack.requirement.deficit) required += facts.deficitFromPreviousPeriod ?? 0
  const held = pack.family?.members.some((member) => member.amount !== undefined) ? familyHeld(pack, facts, asOf) : []
  for (const member of pack.family?.members ?? [])
    if (member.amount !== undefined && held.some((name) => isOneOf(member.names, name)))
      required = Math.max(required, amountOf(member.amount))
  return withRequired(profile, required as Amount)
}
