import { type Amount, formatDay } from '@gs/domain'
import { burnOf, evaluate, type Standing } from '@gs/domain/credentials'
import { duplicatesOf } from '@gs/domain/reviews'
import type { Award } from '@gs/domain/rules'
import { read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { type StandingBrief, standingBrief } from '../standings/brief.ts'
import { type HoldingStanding, packsOn, standingsOf, storedDay } from '../standings/index.ts'
import { requirePacks, requireSound, type WantedAward } from './post-award.ts'

/** What an award would change for one holding. Amounts in thousandths of its pack's unit. */
export interface HoldingChange {
  readonly before: StandingBrief
  readonly after: StandingBrief
  readonly credited: number
  /** How much more of all credits would count, and be wasted. */
  readonly counts: number
  readonly wastes: number
  /** What posting it would burn though it could serve later, and the first day from which it would count in full. */
  readonly burn: { readonly lost: number; readonly fullFrom: string | null } | null
  /** Why the pack's rules would refuse the award, where they would. */
  readonly rejected: string | null
}

export type AwardWarning =
  | { readonly code: 'pack-not-held'; readonly packId: string }
  | { readonly code: 'wastes' | 'counts-nothing' | 'rejected'; readonly holdingId: string }
  | { readonly code: 'duplicate' | 'person-suspended' }

export interface AwardPreview {
  readonly changes: readonly HoldingChange[]
  readonly duplicates: readonly { readonly entryId: string; readonly activity: string }[]
  readonly warnings: readonly AwardWarning[]
}

const PREVIEW = 'preview'

/**
 * What an award would change today, holding by holding, without posting it.
 * Refusals: as those of `postAward`.
 */
export async function previewAward(ctx: ServiceContext, wanted: WantedAward): Promise<AwardPreview> {
  if (wanted.personId === ctx.actor.personId) throw refuse('forbidden', 'decision.own')
  return read(ctx, scopeFor(ctx, 'awards.write'), async (tx) => {
    const { orgId } = ctx.actor
    requireSound(ctx, wanted)
    const person = await requirePerson(tx, orgId, wanted.personId)
    const {
      person: facts,
      lineages,
      standings,
    } = await standingsOf(tx, { orgId, personId: wanted.personId, asOf: ctx.clock })
    requirePacks(wanted.credits, packsOn(lineages, ctx.clock.today()))
    const changes = standings.map((each) => changeOf(each, wanted))
    const duplicates = duplicatesOf(
      facts.entries.map((entry) => ({
        entryId: entry.id,
        activity: entry.activity,
        completedOn: storedDay(entry.completedOn),
        reversed: entry.reversedOn !== null,
      })),
      wanted,
    )
    const held = new Set(changes.map(({ before }) => before.packId))
    return {
      changes,
      duplicates: duplicates.map(({ entryId, activity }) => ({ entryId, activity })),
      warnings: [
        ...(person.status === 'suspended' ? [{ code: 'person-suspended' as const }] : []),
        ...(duplicates.length > 0 ? [{ code: 'duplicate' as const }] : []),
        ...wanted.credits
          .filter(({ packId }) => !held.has(packId))
          .map(({ packId }) => ({ code: 'pack-not-held' as const, packId })),
        ...changes.flatMap(warningsOf),
      ],
    }
  })
}

function changeOf(judged: HoldingStanding, wanted: WantedAward): HoldingChange {
  const { asOf } = judged.at
  const awards = awardsFor(wanted, judged.holding.packId, asOf)
  const facts = { ...judged.facts, awards: [...judged.facts.awards, ...awards] }
  const burn = burnOf(
    judged.pack,
    judged.facts,
    {
      // Today it is what was completed; on a later day it would be the same, completed then.
      awardsOn: (day) =>
        day === asOf ? awards : awardsFor({ ...wanted, completedOn: day }, judged.holding.packId, day),
      changesOn: [],
    },
    judged.at,
  )
  const after = evaluate(judged.pack, facts, judged.at)
  return {
    before: standingBrief(judged),
    after: standingBrief({ ...judged, standing: after }),
    credited: awards.reduce((sum, { credits }) => sum + (credits ?? 0), 0),
    counts: (after.counted ?? 0) - (judged.standing.counted ?? 0),
    wastes: after.wasted - judged.standing.wasted,
    burn: burn && { lost: burn.lost, fullFrom: burn.fullFrom === null ? null : formatDay(burn.fullFrom) },
    rejected: rejectionOf(after),
  }
}

const rejectionOf = (standing: Standing): string | null =>
  standing.rejected.find(({ award }) => award.startsWith(PREVIEW))?.reason ?? null

function awardsFor(wanted: WantedAward, packId: string, today: WantedAward['completedOn']): Award[] {
  const lines = wanted.credits.filter((line) => line.packId === packId)
  return lines.map((line) => ({
    id: lines.length === 1 ? PREVIEW : `${PREVIEW}:${line.category}`,
    completedOn: wanted.completedOn,
    kind: wanted.activityType,
    decision: 'approved',
    category: line.category === '' ? null : line.category,
    credits: line.amount as Amount,
    title: wanted.activity,
    filedOn: wanted.filedOn ?? today,
    approvedOn: today,
    knownOn: today,
    splitOf: lines.length === 1 ? undefined : PREVIEW,
  }))
}

function warningsOf({ before, credited, counts, burn, rejected }: HoldingChange): AwardWarning[] {
  const { holdingId } = before
  if (credited === 0) return []
  if (rejected !== null) return [{ code: 'rejected', holdingId }]
  if (burn) return [{ code: 'wastes', holdingId }]
  return counts === 0 ? [{ code: 'counts-nothing', holdingId }] : []
}
