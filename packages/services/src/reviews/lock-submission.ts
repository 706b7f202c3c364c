import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { SubmissionKind, SubmissionStatus } from '@gs/domain/reviews'
import { refuse } from '../kernel/index.ts'

export interface SubmissionRow {
  readonly id: string
  readonly personId: string
  readonly kind: SubmissionKind
  readonly status: SubmissionStatus
  readonly title: string
  readonly provider: string
  readonly completedOn: string
  readonly filedOn: string
  /** By pack, where it was another day for its body. */
  readonly filedDays: Readonly<Record<string, string>> | null
  readonly details: unknown
  readonly fileId: string | null
}

/** The row of a submission, held so that two decisions follow each other. Refusal: `submission.unknown`. */
export async function lockSubmission(tx: Transaction, orgId: OrgId, submissionId: string): Promise<SubmissionRow> {
  const { rows } = await tx.client.query<SubmissionRow>({
    name: 'submission-lock',
    text: `select id, person_id as "personId", kind, status, title, provider, completed_on as "completedOn",
        filed_on as "filedOn", filed_days as "filedDays", details, file_id as "fileId"
      from submissions where org_id = $1 and id = $2 for update`,
    values: [orgId, submissionId],
  })
  const row = rows[0]
  if (!row) throw refuse('not-found', 'submission.unknown')
  return row
}

interface NewStatus {
  readonly orgId: OrgId
  readonly submissionId: string
  readonly status: SubmissionStatus
}

/** Sets what a locked submission has become. */
export async function setStatus(tx: Transaction, { orgId, submissionId, status }: NewStatus): Promise<void> {
  await tx.client.query({
    name: 'submission-status',
    text: 'update submissions set status = $3 where org_id = $1 and id = $2',
    values: [orgId, submissionId, status],
  })
}
