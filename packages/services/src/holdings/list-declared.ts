import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'

/** A declared holding that waits for a registrar; days 'YYYY-MM-DD'. */
export interface DeclaredRow {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly unitName: string
  readonly credential: string
  readonly body: string
  readonly certifiedOn: string
  readonly cycleStart: string | null
  readonly expiresOn: string | null
  readonly number: string | null
  readonly fileId: string | null
  readonly declaredOn: string
  /** Declared by the reader: somebody else decides on it. */
  readonly own: boolean
}

export interface ListDeclared {
  readonly personId?: string | undefined
  readonly page: number
}

const WHERE = `h.org_id = $1 and h.source = 'declared' and h.ended_on is null and ($2::uuid is null or h.person_id = $2)`

/** What was declared among the people in reach and is neither confirmed nor refused, the oldest first. */
export async function listDeclared(ctx: ServiceContext, { personId, page }: ListDeclared): Promise<Page<DeclaredRow>> {
  return read(ctx, reachFor(ctx, 'holdings.write'), async (tx) => {
    const { rows } = await tx.client.query<{ total: number; rows: readonly DeclaredRow[] }>({
      name: 'holdings-declared',
      text: `select (select count(*)::int from holdings h join people p on p.org_id = h.org_id and p.id = h.person_id where ${WHERE}) as total,
        coalesce((select jsonb_agg(to_jsonb(q) - 'position' order by q.position) from (
          select row_number() over (order by h.known_on, h.id) as position, h.id, h.person_id as "personId",
            p.family_name || ', ' || p.given_name as "personName", u.name as "unitName", h.credential_code as credential, c.body,
            h.issued_on as "certifiedOn", h.facts ->> 'cycleStart' as "cycleStart", h.facts ->> 'expiresOn' as "expiresOn",
            h.number, h.file_id as "fileId", h.known_on as "declaredOn", h.person_id = $3::uuid as own
          from holdings h join people p on p.org_id = h.org_id and p.id = h.person_id
            join units u on u.org_id = p.org_id and u.id = p.unit_id
            join credentials c on c.org_id = h.org_id and c.code = h.credential_code
          where ${WHERE} order by h.known_on, h.id limit ${PAGE_SIZE} offset $4) q), '[]') as rows`,
      values: [ctx.actor.orgId, personId ?? null, ctx.actor.personId, (page - 1) * PAGE_SIZE],
    })
    return pageOf(rows[0], page)
  })
}
