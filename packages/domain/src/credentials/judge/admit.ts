import { addMonths, type Day } from '../../kernel/index.ts'
import type { CompiledPack } from '../../rules/engine.ts'
import type { Award, RejectionReason } from '../../rules/index.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Rejected } from '../standing.ts'
import { creditsOf } from './credits.ts'
import { type Days, decisionOn } from './known.ts'

/** Credits that pass every test of a single award. */
export interface Item {
  /** null for the credit of a card. */
  readonly award: Award | null
  readonly amount: number
  /** Number of the category, -1 for none. */
  readonly code: number
  readonly day: Day
}

/** The days between which credits of the cycle can be earned, and what earlier cycles consumed. */
export interface Window {
  readonly from: Day | null
  readonly until: Day
  /** Completed on this day or before is outside; null where the pack has no sliding window. */
  readonly slidingAfter: Day | null
  readonly isUsed: (award: Award) => boolean
  /** Left aside without a reason: the proof of these is what an audit asks for. */
  readonly unproven: ReadonlySet<string> | null
}

function refusal(
  pack: CompiledPack,
  award: Award,
  { window, facts, days }: { readonly window: Window; readonly facts: HoldingFacts; readonly days: Days },
): RejectionReason | null {
  if (window.isUsed(award)) return 'used-in-earlier-cycle'
  if (award.onlyFor && !isFor(pack, facts, award.onlyFor)) return 'not-for-this-credential'
  const day = award.completedOn
  const decision = decisionOn(award, days.knownAt)
  if (decision === 'revoked') return 'revoked'
  if (window.slidingAfter !== null) {
    if (day <= window.slidingAfter) return 'outside-sliding-window'
  } else if (window.from !== null && day < window.from) return 'before-cycle'
  if (day > window.until) return 'earned-after-earning-deadline'
  const petition = award.kind === 'petition'
  const months = pack.awards.petition?.fileWithinMonths
  if (petition && months !== undefined && award.filedOn !== undefined && award.filedOn > addMonths(day, months))
    return 'petition-filed-too-late'
  if (decision === 'denied') return petition ? 'petition-denied' : 'denied'
  if (decision === 'pending') return petition ? 'petition-pending' : 'pending'
  const approval = award.providerApproval
  if (approval && !petition && (day < approval.from || day > approval.to)) return 'provider-not-approved-on-date'
  return null
}

function isFor(pack: CompiledPack, facts: HoldingFacts, onlyFor: readonly string[]): boolean {
  const own = facts.credential?.toLowerCase()
  return onlyFor.some((each) => {
    const name = each.toLowerCase()
    if (name === pack.pack.id || name === pack.pack.lineage) return true
    return own === undefined ? pack.names.has(name) : own === name
  })
}

/** Of two with the same course or topic the later one is refused; on one day, by id. */
function refuseRepeats(pack: CompiledPack, items: readonly Item[], rejected: Rejected[]): Item[] {
  let left = [...items]
  for (const rule of pack.awards.repeats) {
    const seen = new Map<string, Award>()
    const refused = new Set<string>()
    const inOrder = left
      .flatMap((item) => (item.award ? [item.award] : []))
      .sort((a, b) => a.completedOn - b.completedOn || (a.id < b.id ? -1 : 1))
    for (const award of inOrder) {
      const key = rule.same === 'course' ? award.courseId : award.topic
      if (key === undefined || (rule.kind !== undefined && rule.kind !== award.kind)) continue
      const first = seen.get(key)
      if (!first) seen.set(key, award)
      else if ((first.splitOf ?? first.id) !== (award.splitOf ?? award.id)) refused.add(award.id)
    }
    const reason = rule.same === 'course' ? 'repeated-in-cycle' : 'repeated-topic'
    for (const id of refused) rejected.push({ award: id, reason })
    left = left.filter((item) => !item.award || !refused.has(item.award.id))
  }
  return left
}

/** Tests every award that was completed and known; returns what may count and why the rest may not. */
export function admit(
  pack: CompiledPack,
  context: { readonly window: Window; readonly facts: HoldingFacts; readonly days: Days },
): { readonly items: Item[]; readonly rejected: Rejected[] } {
  const { facts, days, window } = context
  const items: Item[] = []
  const rejected: Rejected[] = []
  for (const award of facts.awards) {
    if (award.completedOn > days.asOf || (award.knownOn !== undefined && award.knownOn > days.knownAt)) continue
    if (award.knownOn === undefined && award.completedOn > days.knownAt) continue
    if (window.unproven?.has(award.id)) continue
    const reason = refusal(pack, award, context)
    if (reason) rejected.push({ award: award.id, reason })
    else {
      const kept = pack.carry?.notForCodes
      const code =
        award.category === null || (award.kind === 'carry' && kept?.includes(award.category))
          ? -1
          : (pack.codes.get(award.category) ?? -1)
      items.push({ award, amount: creditsOf(pack, award), code, day: award.completedOn })
    }
  }
  if (pack.awards.repeats.length === 0) return { items, rejected }
  const left = refuseRepeats(pack, items, rejected)
  const place = new Map(facts.awards.map((award, i) => [award.id, i]))
  rejected.sort((a, b) => (place.get(a.award) ?? 0) - (place.get(b.award) ?? 0))
  return { items: left, rejected }
}
