import type { CommandWork } from '@gs/db'
import type { Amount, EntryId, OrgId, PersonId } from '@gs/domain'
import { type AwardEntry, reversalOf } from '@gs/domain/ledger'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { queueMail } from '../notifications/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { creditsInUnits } from '../reviews/tell-trainer.ts'
import { refreshStandings, storedDay } from '../standings/index.ts'

export interface ReverseAward {
  readonly key: string
  readonly entryId: string
  readonly reason: string
}

export interface AwardReversed {
  readonly reversalId: string
  readonly seq: number
}

interface AwardRow {
  readonly kind: 'award' | 'reversal'
  readonly personId: PersonId
  readonly activity: string
  readonly activityType: string
  readonly completedOn: string
  readonly filedOn: string | null
  readonly approvedOn: string | null
  readonly knownOn: string
  readonly seq: number
  readonly actorId: PersonId | null
  readonly enrollmentId: string | null
  readonly submissionId: string | null
  readonly reversed: boolean
  readonly credits: readonly { readonly packId: string; readonly category: string; readonly amount: number }[]
}

/**
 * Takes an award back by a counter-entry with its reason; the award itself stays as it is.
 * Refusals: `entry.unknown` (404), `award.not-an-award` (422), `decision.own` (403), `award.already-reversed` (409).
 */
export async function reverseAward(
  ctx: ServiceContext,
  { key, entryId, reason }: ReverseAward,
): Promise<AwardReversed> {
  const scope = scopeFor(ctx, 'awards.write')
  return command(ctx, { scope, name: 'awards.reverse', key, body: { entryId, reason } }, async (door) => {
    const row = await awardToReverse(ctx, door, entryId)
    const reversalId = ctx.ids.next() as EntryId
    const known = { knownOn: ctx.clock.today(), actorId: ctx.actor.personId }
    const reversal = reversalOf(entryOf(row, ctx.actor.orgId, entryId), { id: reversalId, seq: 0, ...known })
    const words = { activity: row.activity, activityType: row.activityType, reason, idempotencyKey: `reversal:${key}` }
    // Two at once both find the award standing: the second waits at the head row, and the unique key refuses it.
    const seq = await postEntry(door.tx, reversal, words).catch((error: unknown) => {
      throw isSecondReversal(error) ? refuse('conflict', 'award.already-reversed') : error
    })
    await refreshStandings(door.tx, ctx, { orgId: ctx.actor.orgId, personId: row.personId })
    await tellOfReversal(ctx, door, { row, reversalId, reason })
    door.audit({
      id: ctx.ids.next(),
      action: 'award.reversed',
      subjectKind: 'entry',
      subjectId: entryId,
      personId: row.personId,
      reason,
      before: { credits: row.credits },
      after: { reversalId },
    })
    return { reversalId, seq }
  })
}

async function awardToReverse(ctx: ServiceContext, { tx }: CommandWork, entryId: string): Promise<AwardRow> {
  const { rows } = await tx.client.query<AwardRow>({
    name: 'award-to-reverse',
    text: `select e.kind, e.person_id as "personId", e.activity, e.activity_type as "activityType", e.completed_on as "completedOn",
        e.filed_on as "filedOn", e.approved_on as "approvedOn", e.known_on as "knownOn", e.seq, e.actor_id as "actorId",
        e.enrollment_id as "enrollmentId", e.submission_id as "submissionId",
        exists (select 1 from ledger_entries r where r.org_id = e.org_id and r.reverses_id = e.id) as reversed,
        coalesce((select jsonb_agg(jsonb_build_object('packId', l.pack_id, 'category', l.category, 'amount', l.amount_thousandths))
          from ledger_credits l where l.org_id = e.org_id and l.entry_id = e.id), '[]') as credits
      from ledger_entries e where e.org_id = $1 and e.id = $2`,
    values: [ctx.actor.orgId, entryId],
  })
  const row = rows[0]
  if (!row) throw refuse('not-found', 'entry.unknown')
  if (row.personId === ctx.actor.personId) throw refuse('forbidden', 'decision.own')
  if (row.kind !== 'award') throw refuse('unprocessable', 'award.not-an-award')
  if (row.reversed) throw refuse('conflict', 'award.already-reversed')
  return row
}

const optionalDay = (text: string | null) => (text === null ? null : storedDay(text))

const entryOf = (row: AwardRow, orgId: OrgId, entryId: string): AwardEntry => ({
  kind: 'award',
  id: entryId as EntryId,
  orgId,
  personId: row.personId,
  seq: row.seq,
  completedOn: storedDay(row.completedOn),
  filedOn: optionalDay(row.filedOn),
  approvedOn: optionalDay(row.approvedOn),
  knownOn: storedDay(row.knownOn),
  actorId: row.actorId,
  enrollmentId: row.enrollmentId,
  submissionId: row.submissionId,
  credits: row.credits.map((line) => ({ ...line, amount: line.amount as Amount })),
})

const isSecondReversal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  String(error.constraint).includes('reverses_id')

interface Reversed {
  readonly row: AwardRow
  readonly reversalId: string
  readonly reason: string
}

async function tellOfReversal(
  ctx: ServiceContext,
  { tx }: CommandWork,
  { row, reversalId, reason }: Reversed,
): Promise<void> {
  const { orgId } = ctx.actor
  const { locale } = await requirePerson(tx, orgId, row.personId)
  const credits = row.credits.map((line) => ({ ...line, amount: line.amount as Amount }))
  await queueMail(tx, ctx, {
    orgId,
    to: { personId: row.personId },
    locale,
    template: 'award-reversed',
    event: reversalId,
    data: {
      activity: row.activity,
      credits: await creditsInUnits(tx, { orgId, locale, credits, on: ctx.clock.today() }),
      reason,
      path: '/credits',
    },
  })
}
