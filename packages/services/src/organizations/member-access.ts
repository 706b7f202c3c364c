import type { StaffRole } from '@gs/domain/organizations'
import { reachFor, read, refuse, type ServiceContext } from '../kernel/index.ts'

export interface PastRole {
  readonly grantId: string
  readonly role: StaffRole
  readonly unitName: string
  readonly givenAt: string
  readonly givenBy: string | null
  /** Nothing while it is held. */
  readonly withdrawnAt: string | null
  readonly withdrawnBy: string | null
}

export interface MemberAccess {
  readonly personId: string
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly status: 'active' | 'suspended'
  readonly unitId: string
  readonly unitName: string
  readonly hasAccount: boolean
  readonly isSelf: boolean
  readonly liveSessions: number
  /** All roles ever held here, the present ones first. */
  readonly roles: readonly PastRole[]
}

type PersonRow = Omit<MemberAccess, 'roles' | 'liveSessions'> & { readonly liveSessions: number }
interface RoleRow extends Omit<PastRole, 'givenAt' | 'withdrawnAt'> {
  readonly givenAt: Date
  readonly withdrawnAt: Date | null
}

/** What somebody may do here and since when. Refuses with `person.unknown` outside the actor's reach. */
export async function memberAccess(ctx: ServiceContext, personId: string): Promise<MemberAccess> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'people.manage'), async (tx) => {
    const found = await tx.client.query<PersonRow>(
      `select p.id as "personId", p.given_name || ' ' || p.family_name as name, p.given_name as "givenName", p.family_name as "familyName",
         p.email, p.status, p.unit_id as "unitId", u.name as "unitName",
         p.account_id is not null as "hasAccount", p.id = $3 as "isSelf",
         (select count(*)::int from app.sessions_of_org() s where s.person_id = p.id) as "liveSessions"
       from people p join units u on u.org_id = p.org_id and u.id = p.unit_id where p.org_id = $1 and p.id = $2`,
      [orgId, personId, ctx.actor.personId],
    )
    const person = found.rows[0]
    if (!person) throw refuse('not-found', 'person.unknown')
    const roles = await tx.client.query<RoleRow>(
      `select g.id as "grantId", g.role, u.name as "unitName", g.granted_at as "givenAt", g.withdrawn_at as "withdrawnAt",
         giver.given_name || ' ' || giver.family_name as "givenBy",
         taker.given_name || ' ' || taker.family_name as "withdrawnBy"
       from role_grants g join units u on u.org_id = g.org_id and u.id = g.unit_id
         left join people giver on giver.org_id = g.org_id and giver.id = g.granted_by
         left join people taker on taker.org_id = g.org_id and taker.id = g.withdrawn_by
       where g.org_id = $1 and g.person_id = $2 order by g.withdrawn_at desc nulls first, g.granted_at desc, g.id`,
      [orgId, personId],
    )
    return {
      ...person,
      roles: roles.rows.map((row) => ({
        ...row,
        givenAt: row.givenAt.toISOString(),
        withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      })),
    }
  })
}
