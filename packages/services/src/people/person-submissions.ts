import type { PersonId } from '@gs/domain'
import type { SubmissionKind, SubmissionStatus } from '@gs/domain/reviews'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { requirePerson } from './require-person.ts'

export interface SubmissionSeen {
  readonly id: string
  readonly kind: SubmissionKind
  readonly status: SubmissionStatus
  readonly title: string
  readonly provider: string
  readonly completedOn: string
  readonly filedOn: string
  readonly decidedOn: string | null
}

/** What a person handed in, the latest first. Refusal: `person.unknown`. */
export async function personSubmissions(ctx: ServiceContext, personId: PersonId): Promise<readonly SubmissionSeen[]> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'reviews.decide'), async (tx) => {
    await requirePerson(tx, orgId, personId)
    const { rows } = await tx.client.query<SubmissionSeen>({
      name: 'person-submissions',
      text: `select s.id, s.kind, s.status, s.title, s.provider, s.completed_on as "completedOn", s.filed_on as "filedOn",
          d.decided_on as "decidedOn"
        from submissions s left join decisions d on d.org_id = s.org_id and d.subject_id = s.id and d.subject_kind = 'submission'
        where s.org_id = $1 and s.person_id = $2 order by s.filed_on desc, s.created_at desc limit 200`,
      values: [orgId, personId],
    })
    return rows
  })
}
