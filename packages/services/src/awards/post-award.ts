import type { CommandWork } from '@gs/db'
import { type Day, type EntryId, formatDay, type PersonId } from '@gs/domain'
import type { CreditLine } from '@gs/domain/ledger'
import type { AwardKind } from '@gs/domain/rules'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { queueMail } from '../notifications/index.ts'
import { type PackCategories, requireLines } from '../reviews/asked-credits.ts'
import { creditsInUnits } from '../reviews/tell-trainer.ts'
import { refreshStandings } from '../standings/index.ts'
import { rowOf, type StandingRow } from '../standings/standing-row.ts'

/** Kinds of activity that the award desk posts. */
export const DESK_KINDS = [
  'course',
  'petition',
  'certification',
  'presenting',
  'speaking',
  'committee',
] as const satisfies readonly AwardKind[]
export type DeskKind = (typeof DESK_KINDS)[number]

export interface WantedAward {
  readonly personId: PersonId
  readonly activity: string
  readonly activityType: DeskKind
  readonly completedOn: Day
  readonly filedOn?: Day | undefined
  readonly credits: readonly CreditLine[]
}

export interface PostAward extends WantedAward {
  readonly key: string
  readonly reason: string
  /** Whether the person is told by mail. */
  readonly notify?: boolean | undefined
}

export interface AwardPosted {
  readonly entryId: string
  readonly seq: number
  /** How each holding stands after it. */
  readonly standings: readonly Pick<StandingRow, 'holding_id' | 'status' | 'counted' | 'needed' | 'wasted'>[]
}

/**
 * Posts an award for one person, exactly once for its key.
 * Refusals: `decision.own` (403), `person.unknown` (404), what `requireAwardable` refuses (422).
 */
export async function postAward(ctx: ServiceContext, input: PostAward): Promise<AwardPosted> {
  const { key, ...body } = input
  const scope = scopeFor(ctx, 'awards.write')
  if (input.personId === ctx.actor.personId) throw refuse('forbidden', 'decision.own')
  return command(ctx, { scope, name: 'awards.post', key, body }, async (door) => {
    await requireAwardable(ctx, door.tx, input)
    const today = ctx.clock.today()
    const entryId = ctx.ids.next() as EntryId
    const seq = await postEntry(
      door.tx,
      {
        id: entryId,
        kind: 'award',
        orgId: ctx.actor.orgId,
        personId: input.personId,
        completedOn: input.completedOn,
        filedOn: input.filedOn ?? today,
        approvedOn: today,
        knownOn: today,
        actorId: ctx.actor.personId,
        enrollmentId: null,
        submissionId: null,
        credits: input.credits,
      },
      {
        activity: input.activity,
        activityType: input.activityType,
        reason: input.reason,
        idempotencyKey: `award:${key}`,
      },
    )
    const standings = await refreshStandings(door.tx, ctx, { orgId: ctx.actor.orgId, personId: input.personId })
    if (input.notify) await tellOfAward(ctx, door, { input, entryId })
    door.audit({
      id: ctx.ids.next(),
      action: 'award.posted',
      subjectKind: 'entry',
      subjectId: entryId,
      personId: input.personId,
      reason: input.reason,
      after: { activity: input.activity, completedOn: formatDay(input.completedOn), credits: input.credits },
    })
    return { entryId, seq, standings: standings.map((each) => figuresOf(rowOf(each))) }
  })
}

const figuresOf = ({ holding_id, status, counted, needed, wasted }: StandingRow) => ({
  holding_id,
  status,
  counted,
  needed,
  wasted,
})

async function tellOfAward(
  ctx: ServiceContext,
  { tx }: CommandWork,
  { input, entryId }: { readonly input: PostAward; readonly entryId: string },
): Promise<void> {
  const { rows } = await tx.client.query<{ locale: 'en' | 'es' }>({
    name: 'locale-of-person',
    text: 'select locale from people where org_id = $1 and id = $2',
    values: [ctx.actor.orgId, input.personId],
  })
  const locale = rows[0]?.locale ?? 'en'
  await queueMail(tx, ctx, {
    orgId: ctx.actor.orgId,
    to: { personId: input.personId },
    locale,
    template: 'award-posted',
    event: entryId,
    data: {
      activity: input.activity,
      credits: await creditsInUnits(tx, {
        orgId: ctx.actor.orgId,
        locale,
        credits: input.credits,
        on: ctx.clock.today(),
      }),
      path: '/credits',
    },
  })
}

interface Awardable {
  readonly known: boolean
  readonly packs: readonly PackCategories[]
}

/**
 * Refuses an award to somebody out of reach (`person.unknown`), in the future (`award.in-future`), filed before it was
 * completed (`award.filed-before-completed`), without credits (`award.nothing`), of an unknown pack (`pack.unknown`) or
 * category (`credits.category`).
 */
export async function requireAwardable(ctx: ServiceContext, tx: CommandWork['tx'], wanted: WantedAward): Promise<void> {
  const today = ctx.clock.today()
  if (wanted.completedOn > today) throw refuse('unprocessable', 'award.in-future', { field: 'completedOn' })
  if (wanted.filedOn !== undefined && (wanted.filedOn < wanted.completedOn || wanted.filedOn > today))
    throw refuse('unprocessable', 'award.filed-before-completed', { field: 'filedOn' })
  if (wanted.credits.length === 0) throw refuse('unprocessable', 'award.nothing', { field: 'credits' })
  const { rows } = await tx.client.query<Awardable>({
    name: 'award-person-and-packs',
    text: `select exists (select 1 from people p where p.org_id = $1 and p.id = $2) as known,
      coalesce((select jsonb_agg(jsonb_build_object('packId', r.pack_id, 'categories', r.body -> 'categories'))
        from (select distinct on (pack_id) pack_id, body from rule_packs
          where org_id = $1 and pack_id = any($3::text[]) order by pack_id, version desc) r), '[]') as packs`,
    values: [ctx.actor.orgId, wanted.personId, wanted.credits.map((line) => line.packId)],
  })
  const found = rows[0]
  if (!found?.known) throw refuse('not-found', 'person.unknown')
  requireLines(wanted.credits, found.packs, 'pack.unknown')
}
