import type { CommandWork } from '@gs/db'
import { formatDay } from '@gs/domain'
import type { SubmissionKind } from '@gs/domain/reviews'
import { refuse, type ServiceContext } from '../kernel/index.ts'
import { loadLineages, todayByPack } from '../standings/index.ts'

export interface SubmissionCreated {
  readonly submissionId: string
}

interface NewSubmission {
  readonly kind: SubmissionKind
  readonly title: string
  readonly provider: string
  readonly completedOn: string
  readonly details: Readonly<Record<string, unknown>>
  readonly fileId: string | null
}

/** Adds a waiting submission of the actor with its event; the file must be the actor's own (`file.unknown`). */
export async function insertSubmission(
  ctx: ServiceContext,
  door: CommandWork,
  submission: NewSubmission,
): Promise<SubmissionCreated> {
  const { orgId, personId } = ctx.actor
  const submissionId = ctx.ids.next()
  const { rowCount } = await door.tx.client.query({
    name: 'submission-insert',
    text: `insert into submissions (org_id, id, person_id, kind, status, title, provider, completed_on, filed_on, details, file_id, filed_days)
      select $1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9, $10, $11
      where $10::uuid is null or exists (select 1 from files f where f.org_id = $1 and f.id = $10 and f.person_id = $3)`,
    values: [
      orgId,
      submissionId,
      personId,
      submission.kind,
      submission.title,
      submission.provider,
      submission.completedOn,
      formatDay(ctx.clock.today()),
      JSON.stringify(submission.details),
      submission.fileId,
      await filedDays(ctx, door),
    ],
  })
  if (rowCount !== 1) throw refuse('not-found', 'file.unknown', { field: 'file' })
  door.audit({
    id: ctx.ids.next(),
    action: 'submission.handed-in',
    subjectKind: 'submission',
    subjectId: submissionId,
    personId,
    after: { kind: submission.kind, title: submission.title, completedOn: submission.completedOn },
  })
  return { submissionId }
}

/** Today under the packs where it is another day than here, as the column has it. */
async function filedDays({ actor, clock }: ServiceContext, { tx }: CommandWork): Promise<string | null> {
  const days = [...todayByPack(clock, await loadLineages(tx, actor.orgId))].filter(([, day]) => day !== clock.today())
  if (days.length === 0) return null
  return JSON.stringify(Object.fromEntries(days.map(([packId, day]) => [packId, formatDay(day)])))
}
