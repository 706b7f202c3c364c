import type { StaffRole } from '@gs/domain/organizations'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'

export interface MemberFilter {
  /** Part of a name or an address; empty for all. */
  readonly search: string
  readonly show: 'staff' | 'all' | 'suspended'
  /** From 1. */
  readonly page: number
}

export interface MemberRole {
  readonly grantId: string
  readonly role: StaffRole
  readonly unitId: string
  readonly unitName: string
}

export interface Member {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly status: 'active' | 'suspended'
  readonly unitName: string
  /** Whether they can sign in: an account stands behind the person. */
  readonly hasAccount: boolean
  readonly isSelf: boolean
  readonly roles: readonly MemberRole[]
}

export const MEMBERS_A_PAGE = 50

const WHERE = `p.org_id = $1
  and ($2 = '' or (p.given_name || ' ' || p.family_name) ilike $3 or p.email ilike $3)
  and case $4 when 'suspended' then p.status = 'suspended'
    when 'staff' then exists (select 1 from role_grants g where g.org_id = p.org_id and g.person_id = p.id and g.withdrawn_at is null)
    else true end`

const MEMBER = `p.id as "personId", p.given_name || ' ' || p.family_name as name, p.email, p.status, u.name as "unitName",
  p.account_id is not null as "hasAccount", p.id = $5 as "isSelf",
  coalesce((select jsonb_agg(jsonb_build_object('grantId', g.id, 'role', g.role, 'unitId', g.unit_id, 'unitName', r.name)
      order by g.role, r.name)
    from role_grants g join units r on r.org_id = g.org_id and r.id = g.unit_id
    where g.org_id = p.org_id and g.person_id = p.id and g.withdrawn_at is null), '[]') as roles`

/** People with their roles, among those whom the actor manages. */
export async function listMembers(
  ctx: ServiceContext,
  filter: MemberFilter,
): Promise<{ members: Member[]; total: number }> {
  const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
  const values = [ctx.actor.orgId, filter.search, pattern, filter.show]
  return read(ctx, reachFor(ctx, 'people.manage'), async (tx) => {
    const counted = await tx.client.query<{ total: number }>(
      `select count(*)::int as total from people p where ${WHERE}`,
      values,
    )
    const listed = await tx.client.query<Member>(
      `select ${MEMBER} from people p join units u on u.org_id = p.org_id and u.id = p.unit_id
       where ${WHERE} order by p.family_name, p.given_name, p.id limit $6 offset $7`,
      [...values, ctx.actor.personId, MEMBERS_A_PAGE, (filter.page - 1) * MEMBERS_A_PAGE],
    )
    return { members: listed.rows, total: counted.rows[0]?.total ?? 0 }
  })
}
