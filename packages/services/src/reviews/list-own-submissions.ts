import type { SubmissionKind, SubmissionStatus } from '@gs/domain/reviews'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'

export interface OwnSubmission {
  readonly id: string
  readonly kind: SubmissionKind
  readonly status: SubmissionStatus
  readonly title: string
  readonly provider: string
  readonly completedOn: string
  readonly filedOn: string
  readonly details: Readonly<Record<string, unknown>>
  readonly file: { readonly id: string; readonly name: string; readonly bytes: number } | null
  readonly decision: OwnDecision | null
}

export interface OwnDecision {
  readonly outcome: string
  readonly reasonCode: string | null
  readonly note: string | null
  readonly decidedOn: string
  readonly credits: readonly { readonly packId: string; readonly category: string; readonly amount: number }[]
  /** The award that followed was taken back by a counter-entry. */
  readonly reversed: boolean
}

/** One's own submissions, the latest first, each with what was decided. At most 200. */
export async function listOwnSubmissions(ctx: ServiceContext): Promise<readonly OwnSubmission[]> {
  return read(ctx, ownScope(ctx), async (tx) => {
    const { rows } = await tx.client.query<OwnSubmission>({
      name: 'submissions-own',
      text: `select s.id, s.kind, s.status, s.title, s.provider, s.completed_on as "completedOn", s.filed_on as "filedOn", s.details,
          case when f.id is null then null else jsonb_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) end as file,
          case when d.id is null then null else jsonb_build_object('outcome', d.outcome, 'reasonCode', d.reason_code, 'note', d.note,
            'decidedOn', d.decided_on, 'credits', coalesce(d.facts -> 'credits', '[]'),
            'reversed', exists (select 1 from ledger_entries e join ledger_entries r on r.org_id = e.org_id and r.reverses_id = e.id
              where e.org_id = s.org_id and e.person_id = s.person_id and e.submission_id = s.id and e.kind = 'award')) end as decision
        from submissions s
        left join files f on f.org_id = s.org_id and f.id = s.file_id
        left join decisions d on d.org_id = s.org_id and d.subject_id = s.id and d.subject_kind = 'submission'
        where s.org_id = $1 and s.person_id = $2
        order by s.filed_on desc, s.created_at desc, s.id limit 200`,
      values: [ctx.actor.orgId, ctx.actor.personId],
    })
    return rows
  })
}
