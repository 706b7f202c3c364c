import { type Day, formatDay } from '@gs/domain'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'
import { containing } from '../kernel/patterns.ts'

export interface EventFilter {
  /** An action ("award.posted") or the beginning of some ("award."). */
  readonly action?: string | undefined
  /** A part of the name of who did it. */
  readonly actor?: string | undefined
  /** A part of the name of whom it is about. */
  readonly person?: string | undefined
  readonly personId?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  /** Only what was known on this day. */
  readonly knownOn?: Day | undefined
  readonly page: number
}

export interface EventSeen {
  readonly id: string
  readonly action: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly personId: string | null
  readonly personName: string | null
  readonly subjectKind: string
  readonly subjectId: string
  readonly reason: string | null
  readonly before: unknown
  readonly after: unknown
  readonly knownOn: string
  readonly recordedAt: string
}

const NAMED = (id: string): string =>
  `(select n.given_name || ' ' || n.family_name from people n where n.org_id = $1 and n.id = ${id})`
/** Nothing where the person is out of reach: the row is told, not who stands outside. */
const REACHED = (id: string): string => `(select n.id from people n where n.org_id = $1 and n.id = ${id})`
const SOMEBODY = (id: string, at: string): string =>
  `(${at}::text is null or exists (select 1 from people n where n.org_id = $1 and n.id = ${id}
    and (n.given_name || ' ' || n.family_name ilike ${at} or n.family_name || ', ' || n.given_name ilike ${at})))`
const WHERE = `e.org_id = $1 and ($2::text is null or e.action ^@ $2) and ${SOMEBODY('e.actor_id', '$3')} and ${SOMEBODY('e.person_id', '$4')}
  and ($5::uuid is null or e.person_id = $5) and ($6::date is null or e.known_on >= $6) and ($7::date is null or e.known_on <= $7)
  and ($8::date is null or e.known_on <= $8)`

const optional = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day))

/** The trail of the units in reach, the latest first. */
export async function listEvents(ctx: ServiceContext, filter: EventFilter): Promise<Page<EventSeen>> {
  return read(ctx, reachFor(ctx, 'trail.read'), async (tx) => {
    const { rows } = await tx.client.query<{ total: number; rows: readonly EventSeen[] }>({
      name: 'trail-events',
      text: `select (select count(*)::int from audit_events e where ${WHERE}) as total,
        coalesce((select jsonb_agg(to_jsonb(r) - 'position' order by r.position) from (
          select row_number() over (order by e.recorded_at desc, e.id desc) as position, e.id, e.action, ${REACHED('e.actor_id')} as "actorId",
            ${NAMED('e.actor_id')} as "actorName", e.person_id as "personId", ${NAMED('e.person_id')} as "personName",
            e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.reason, e.before, e.after, e.known_on as "knownOn",
            e.recorded_at as "recordedAt"
          from audit_events e where ${WHERE} order by e.recorded_at desc, e.id desc limit ${PAGE_SIZE} offset $9) r), '[]') as rows`,
      values: [
        ctx.actor.orgId,
        filter.action ?? null,
        containing(filter.actor),
        containing(filter.person),
        filter.personId ?? null,
        optional(filter.from),
        optional(filter.to),
        optional(filter.knownOn),
        (filter.page - 1) * PAGE_SIZE,
      ],
    })
    return pageOf(rows[0], filter.page)
  })
}
