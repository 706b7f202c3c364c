import type { CommandWork } from '@gs/db'
import { type Day, type EntryId, formatDay, type PersonId } from '@gs/domain'
import { type BodyDays, bodyDaysText, type CreditLine } from '@gs/domain/ledger'
import type { AwardKind, CompiledPack } from '@gs/domain/rules'
import { commandTogether, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { type NewEntry, postArguments } from '../ledger/post-entry.ts'
import { queueMail } from '../notifications/index.ts'
import { requireLines } from '../reviews/asked-credits.ts'
import { creditsInUnits } from '../reviews/tell-trainer.ts'
import {
  bodyDaysOf,
  changeArguments,
  lockedGround,
  packsOn,
  type StoredEntry,
  standingsOn,
  withEntry,
} from '../standings/index.ts'
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
 * Refusals: `decision.own` (403), `person.unknown` (404), what `requireSound` and `requirePacks` refuse (422).
 */
export async function postAward(ctx: ServiceContext, input: PostAward): Promise<AwardPosted> {
  const { key, ...body } = input
  const { personId } = body
  const scope = scopeFor(ctx, 'awards.write')
  if (personId === ctx.actor.personId) throw refuse('forbidden', 'decision.own')
  const call = { scope, name: 'awards.post', key, body, ledger: personId }
  return commandTogether(ctx, call, async (door) => {
    requireSound(ctx, input)
    if (!door.ledger) throw refuse('not-found', 'person.unknown')
    const { orgId } = ctx.actor
    const ground = await lockedGround(door.tx, orgId, door.ledger)
    const today = ctx.clock.today()
    requirePacks(input.credits, packsOn(ground.lineages, today))
    const bodyDays = bodyDaysOf({ ...input, clock: ctx.clock, lineages: ground.lineages })
    const entry = { ...entryOf(ctx, input), bodyDays }
    const seq = door.ledger.seq + 1
    const judged = standingsOn(withEntry(ground, storedEntry(entry, { seq, words: input })), { asOf: ctx.clock })
    const rows = judged.standings.map(rowOf)
    const credited = new Set(input.credits.map(({ packId }) => judged.lineages.get(packId)))
    const changed = rows.filter((row) => credited.has(judged.lineages.get(row.pack_id)))
    const words = { ...input, idempotencyKey: `award:${key}` }
    door.atEnd('app.post_entry', postArguments({ head: door.ledger, entry, words }))
    door.atEnd('app.change_standings', changeArguments({ orgId, today }, changed))
    if (input.notify) await tellOfAward(ctx, door, { input, entryId: entry.id })
    door.audit({
      id: ctx.ids.next(),
      action: 'award.posted',
      subjectKind: 'entry',
      subjectId: entry.id,
      personId,
      reason: input.reason,
      after: { activity: input.activity, completedOn: formatDay(input.completedOn), credits: input.credits },
    })
    return { entryId: entry.id, seq, standings: rows.map(figuresOf) }
  })
}

function entryOf({ actor, clock, ids }: ServiceContext, input: PostAward): NewEntry {
  const today = clock.today()
  return {
    id: ids.next() as EntryId,
    kind: 'award',
    orgId: actor.orgId,
    personId: input.personId,
    completedOn: input.completedOn,
    filedOn: input.filedOn ?? today,
    approvedOn: today,
    knownOn: today,
    actorId: actor.personId,
    enrollmentId: null,
    submissionId: null,
    credits: input.credits,
  }
}

type NewAward = NewEntry & { readonly bodyDays: readonly BodyDays[] }

/** The entry as it will be read back. */
const storedEntry = (
  { id, completedOn, filedOn, approvedOn, knownOn, credits, bodyDays }: NewAward,
  { seq, words }: { readonly seq: number; readonly words: PostAward },
): StoredEntry => ({
  id,
  seq,
  activity: words.activity,
  type: words.activityType,
  completedOn: formatDay(completedOn),
  filedOn: filedOn === null ? null : formatDay(filedOn),
  approvedOn: approvedOn === null ? null : formatDay(approvedOn),
  knownOn: formatDay(knownOn),
  reversedOn: null,
  courseId: null,
  credits,
  bodyDays: bodyDays.map(bodyDaysText),
})

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

/**
 * Refuses an award in the future (`award.in-future`), filed before it was completed (`award.filed-before-completed`) or
 * without credits (`award.nothing`).
 */
export function requireSound({ clock }: ServiceContext, wanted: WantedAward): void {
  const today = clock.today()
  if (wanted.completedOn > today) throw refuse('unprocessable', 'award.in-future', { field: 'completedOn' })
  if (wanted.filedOn !== undefined && (wanted.filedOn < wanted.completedOn || wanted.filedOn > today))
    throw refuse('unprocessable', 'award.filed-before-completed', { field: 'filedOn' })
  if (wanted.credits.length === 0) throw refuse('unprocessable', 'award.nothing', { field: 'credits' })
}

/** Refuses credits of an unknown pack (`pack.unknown`) or category (`credits.category`), and a line that stands twice. */
export function requirePacks(credits: readonly CreditLine[], packs: ReadonlyMap<string, CompiledPack>): void {
  const known = [...packs].map(([packId, { pack }]) => ({ packId, categories: pack.categories }))
  requireLines(credits, known, 'pack.unknown')
}
