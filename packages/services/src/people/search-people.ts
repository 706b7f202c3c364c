import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'
import { containing } from '../kernel/patterns.ts'

export interface PersonListed {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly unitName: string
  readonly status: 'active' | 'suspended'
  readonly holdings: readonly {
    readonly credentialCode: string
    readonly status: string
    readonly expiresOn: string | null
  }[]
}

export interface SearchPeople {
  /** A part of a name or of an e-mail address. */
  readonly search?: string | undefined
  readonly page: number
}

const WHERE = `p.org_id = $1 and ($2::text is null or p.family_name || ', ' || p.given_name ilike $2
  or p.given_name || ' ' || p.family_name ilike $2 or p.email ilike $2)`

/** People in reach by name, with how their holdings stand. */
export async function searchPeople(ctx: ServiceContext, { search, page }: SearchPeople): Promise<Page<PersonListed>> {
  return read(ctx, reachFor(ctx, 'people.read'), async (tx) => {
    const { rows } = await tx.client.query<{ total: number; rows: readonly PersonListed[] }>({
      name: 'people-search',
      text: `select (select count(*)::int from people p where ${WHERE}) as total,
        coalesce((select jsonb_agg(to_jsonb(r) - 'position' order by r.position) from (
          select q.position, q.id, q.name, q.email, q.status, u.name as "unitName",
            coalesce((select jsonb_agg(jsonb_build_object('credentialCode', s.credential_code, 'status', s.status, 'expiresOn', s.expires_on)
              order by s.credential_code) from standings s where s.org_id = $1 and s.person_id = q.id), '[]') as holdings
          from (select row_number() over (order by p.family_name, p.given_name, p.id) as position, p.id, p.unit_id,
              p.family_name || ', ' || p.given_name as name, p.email, p.status
            from people p where ${WHERE} order by p.family_name, p.given_name, p.id limit ${PAGE_SIZE} offset $3) q
          join units u on u.org_id = $1 and u.id = q.unit_id) r), '[]') as rows`,
      values: [ctx.actor.orgId, containing(search), (page - 1) * PAGE_SIZE],
    })
    return pageOf(rows[0], page)
  })
}
