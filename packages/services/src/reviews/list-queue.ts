import type { SubmissionKind, SubmissionStatus } from '@gs/domain/reviews'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'
import { containing } from '../kernel/patterns.ts'

export interface QueueFilter {
  readonly status?: SubmissionStatus | undefined
  readonly kind?: SubmissionKind | undefined
  /** A part of a name or of a title. */
  readonly search?: string | undefined
  readonly page: number
}

export interface QueueRow {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly unitName: string
  readonly kind: SubmissionKind
  readonly status: SubmissionStatus
  readonly title: string
  readonly provider: string
  readonly completedOn: string
  readonly filedOn: string
  readonly hasFile: boolean
  /** Handed in by the reader: somebody else decides on it. */
  readonly own: boolean
}

const WHERE = `s.org_id = $1 and ($2::text is null or s.status = $2) and ($3::text is null or s.kind = $3)
  and ($4::text is null or s.title ilike $4 or p.family_name || ', ' || p.given_name ilike $4
    or p.given_name || ' ' || p.family_name ilike $4)`

/** What waits for a decision among the people in reach, the oldest first; with the number of all that match. */
export async function listQueue(ctx: ServiceContext, filter: QueueFilter): Promise<Page<QueueRow>> {
  return read(ctx, reachFor(ctx, 'reviews.decide'), async (tx) => {
    const { rows } = await tx.client.query<{ total: number; rows: readonly QueueRow[] }>({
      name: 'reviews-queue',
      text: `select (select count(*)::int from submissions s join people p on p.org_id = s.org_id and p.id = s.person_id where ${WHERE}) as total,
        coalesce((select jsonb_agg(to_jsonb(q) - 'position' order by q.position) from (
          select row_number() over (order by s.filed_on, s.created_at, s.id) as position, s.id, s.person_id as "personId",
            p.family_name || ', ' || p.given_name as "personName", u.name as "unitName", s.kind, s.status, s.title, s.provider,
            s.completed_on as "completedOn", s.filed_on as "filedOn", s.file_id is not null as "hasFile", s.person_id = $5::uuid as own
          from submissions s join people p on p.org_id = s.org_id and p.id = s.person_id
            join units u on u.org_id = p.org_id and u.id = p.unit_id
          where ${WHERE} order by s.filed_on, s.created_at, s.id limit ${PAGE_SIZE} offset $6) q), '[]') as rows`,
      values: [
        ctx.actor.orgId,
        filter.status ?? null,
        filter.kind ?? null,
        containing(filter.search),
        ctx.actor.personId,
        (filter.page - 1) * PAGE_SIZE,
      ],
    })
    return pageOf(rows[0], filter.page)
  })
}
