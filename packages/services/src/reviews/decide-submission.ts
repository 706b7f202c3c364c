import type { CommandWork } from '@gs/db'
import { type EntryId, formatDay, laterDay, type PersonId, parseDay } from '@gs/domain'
import type { BodyDays, CreditLine } from '@gs/domain/ledger'
import { afterEvent, judgeDecision, judgeReason, type ReviewDecision, type SubmissionStatus } from '@gs/domain/reviews'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { requirePerson } from '../people/require-person.ts'
import { loadPacks, refreshStandings, storedDay } from '../standings/index.ts'
import { requireLines } from './asked-credits.ts'
import { activityDetails, cardDetails, type OutsideKind } from './details.ts'
import { lockSubmission, type SubmissionRow, setStatus } from './lock-submission.ts'
import { tellTrainer } from './tell-trainer.ts'

export interface DecideSubmission extends ReviewDecision {
  readonly key: string
  readonly submissionId: string
  /** What kind of activity it is to the rules; absent: as it was handed in. */
  readonly kind?: OutsideKind | undefined
}

export interface SubmissionDecided {
  readonly decisionId: string
  readonly status: SubmissionStatus
  /** The award that was posted, or the card that was confirmed. */
  readonly entryId: string | null
  readonly cardId: string | null
}

/**
 * Decides on evidence: approves it, approves it in part, or refuses it with a reason. The decision, the award or card
 * that follows, the standings and the mail are one transaction.
 * Refusals: `submission.unknown`, `submission.not-waiting` (409), `decision.own` (403), what `judgeDecision` refuses (422).
 */
export async function decideSubmission(ctx: ServiceContext, input: DecideSubmission): Promise<SubmissionDecided> {
  const { key, ...body } = input
  const scope = scopeFor(ctx, 'reviews.decide')
  return command(ctx, { scope, name: 'reviews.decide', key, body }, async (door) => {
    const submission = await lockSubmission(door.tx, ctx.actor.orgId, input.submissionId)
    const status = statusAfter(ctx, submission, input)
    const person = await requirePerson(door.tx, ctx.actor.orgId, submission.personId)
    const credits = submission.kind === 'activity' ? await creditsOf(ctx, door, { submission, input }) : []
    if (submission.kind === 'card') requireReason(input)
    const decisionId = await insertDecision(ctx, door, { submission, input, credits })
    await setStatus(door.tx, { orgId: ctx.actor.orgId, submissionId: submission.id, status })
    const given = status !== 'refused'
    const following = { ctx, door, submission }
    const entryId =
      given && submission.kind === 'activity' ? await award(following, { credits, kind: input.kind }) : null
    const cardId = given && submission.kind === 'card' ? await confirmCard(following) : null
    if (given)
      await refreshStandings(door.tx, ctx, { orgId: ctx.actor.orgId, personId: submission.personId as PersonId })
    await tellTrainer(ctx, door, { person, submission, decision: { ...input, decisionId, credits } })
    auditDecision(ctx, door, { submission, input, decided: { status, decisionId, entryId, cardId, credits } })
    return { decisionId, status, entryId, cardId }
  })
}

function statusAfter(ctx: ServiceContext, submission: SubmissionRow, input: DecideSubmission): SubmissionStatus {
  const next = afterEvent(
    { ...submission, personId: submission.personId as PersonId },
    { type: 'decided', by: ctx.actor.personId, outcome: input.outcome },
  )
  if (next.ok) return next.value
  const kind = { 'decision.own': 'forbidden', 'submission.not-waiting': 'conflict' } as const
  throw refuse(next.error in kind ? kind[next.error as keyof typeof kind] : 'unprocessable', next.error)
}

function requireReason(input: DecideSubmission): void {
  const judged = judgeReason(input)
  if (!judged.ok)
    throw refuse('unprocessable', judged.error, {
      field: judged.error === 'decision.note-missing' ? 'note' : 'reasonCode',
    })
}

interface Judged {
  readonly submission: SubmissionRow
  readonly input: DecideSubmission
}

async function creditsOf(
  ctx: ServiceContext,
  { tx }: CommandWork,
  { submission, input }: Judged,
): Promise<readonly CreditLine[]> {
  requireReason(input)
  const judged = judgeDecision(activityDetails(submission.details).asked, input)
  if (!judged.ok) throw refuse('unprocessable', judged.error, { field: 'credits' })
  const packs = await loadPacks(tx, ctx.actor.orgId, ctx.clock.today())
  requireLines(
    judged.value,
    [...packs.values()].map(({ pack }) => ({ packId: pack.id, categories: pack.categories })),
    'pack.unknown',
  )
  return judged.value
}

async function insertDecision(
  ctx: ServiceContext,
  { tx }: CommandWork,
  { submission, input, credits }: Judged & { readonly credits: readonly CreditLine[] },
): Promise<string> {
  const decisionId = ctx.ids.next()
  const packs = await loadPacks(tx, ctx.actor.orgId, ctx.clock.today())
  const versions = Object.fromEntries(
    credits.map(({ packId }) => [packId, packs.get(packId)?.pack.version ?? null] as const),
  )
  await tx.client.query({
    name: 'decision-insert',
    text: `insert into decisions (org_id, id, person_id, subject_kind, subject_id, outcome, reason_code, note, facts, decided_by, decided_on)
      values ($1, $2, $3, 'submission', $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ctx.actor.orgId,
      decisionId,
      submission.personId,
      submission.id,
      input.outcome,
      input.reasonCode,
      input.note,
      JSON.stringify({ credits, rulePackVersions: versions, fileId: submission.fileId }),
      ctx.actor.personId,
      formatDay(ctx.clock.today()),
    ],
  })
  return decisionId
}

interface Following {
  readonly ctx: ServiceContext
  readonly door: CommandWork
  readonly submission: SubmissionRow
}

async function award(
  { ctx, door, submission }: Following,
  { credits, kind }: { readonly credits: readonly CreditLine[]; readonly kind: OutsideKind | undefined },
): Promise<string> {
  const today = ctx.clock.today()
  const filed = parseDay(submission.filedOn)
  const entryId = ctx.ids.next() as EntryId
  await postEntry(
    door.tx,
    {
      id: entryId,
      kind: 'award',
      orgId: ctx.actor.orgId,
      personId: submission.personId as PersonId,
      completedOn: storedDay(submission.completedOn),
      filedOn: filed.ok ? filed.value : today,
      approvedOn: today,
      knownOn: today,
      actorId: ctx.actor.personId,
      enrollmentId: null,
      submissionId: submission.id,
      credits,
      bodyDays: bodyDaysOf(submission, credits),
    },
    {
      activity: submission.provider ? `${submission.title} (${submission.provider})` : submission.title,
      activityType: kind ?? activityDetails(submission.details).kind,
      idempotencyKey: `submission:${submission.id}`,
    },
  )
  return entryId
}

/** For bodies where it was another day when the evidence was handed in. */
function bodyDaysOf({ completedOn, filedDays }: SubmissionRow, credits: readonly CreditLine[]): readonly BodyDays[] {
  const packIds = [...new Set(credits.map(({ packId }) => packId))]
  return packIds.flatMap((packId): BodyDays[] => {
    const filed = filedDays?.[packId]
    if (filed === undefined) return []
    const completed = storedDay(completedOn)
    return [{ packId, completedOn: completed, filedOn: laterDay(completed, storedDay(filed)) }]
  })
}

async function confirmCard({ ctx, door, submission }: Following): Promise<string> {
  const card = cardDetails(submission.details)
  const cardId = ctx.ids.next()
  await door.tx.client.query({
    name: 'card-insert',
    text: `insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on, submission_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ctx.actor.orgId,
      cardId,
      submission.personId,
      card.type,
      card.issuer,
      formatDay(card.issuedOn),
      card.validThrough === null ? null : formatDay(card.validThrough),
      card.handsOn,
      formatDay(ctx.clock.today()),
      submission.id,
    ],
  })
  return cardId
}

interface Decided extends SubmissionDecided {
  readonly credits: readonly CreditLine[]
}

function auditDecision(
  ctx: ServiceContext,
  door: CommandWork,
  { submission, input, decided }: Judged & { readonly decided: Decided },
): void {
  door.audit({
    id: ctx.ids.next(),
    action: 'submission.decided',
    subjectKind: 'submission',
    subjectId: submission.id,
    personId: submission.personId as PersonId,
    reason: input.reasonCode ?? undefined,
    before: { status: submission.status },
    after: decided,
  })
  if (decided.entryId !== null)
    door.audit({
      id: ctx.ids.next(),
      action: 'award.posted',
      subjectKind: 'entry',
      subjectId: decided.entryId,
      personId: submission.personId as PersonId,
      after: { credits: decided.credits, submissionId: submission.id },
    })
  if (decided.cardId !== null)
    door.audit({
      id: ctx.ids.next(),
      action: 'card.confirmed',
      subjectKind: 'card',
      subjectId: decided.cardId,
      personId: submission.personId as PersonId,
      after: { type: submission.title, submissionId: submission.id },
    })
}
