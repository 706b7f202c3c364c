import { reaches, reachOf, type StaffRole } from '@gs/domain/organizations'
import { read, type ServiceContext, scopeFor } from '../kernel/index.ts'

export interface InvitationLine {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly unitName: string
  readonly role: StaffRole | null
  readonly state: 'open' | 'accepted' | 'withdrawn' | 'expired'
  readonly invitedBy: string | null
  readonly createdAt: string
  readonly expiresAt: string
}

interface Row extends Omit<InvitationLine, 'createdAt' | 'expiresAt'> {
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly path: string
}

const LATEST = 200

/** The latest invitations to units that the actor manages, the newest first. */
export async function listInvitations(ctx: ServiceContext): Promise<InvitationLine[]> {
  const reach = reachOf(ctx.actor.grants, 'people.manage')
  const rows = await read(ctx, scopeFor(ctx, 'people.manage'), async (tx) => {
    const result = await tx.client.query<Row>(
      `select i.id, i.email, trim(i.given_name || ' ' || i.family_name) as name, u.name as "unitName", u.path, i.role,
         case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn'
           when i.expires_at <= now() then 'expired' else 'open' end as state,
         p.given_name || ' ' || p.family_name as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt"
       from invitations i join units u on u.org_id = i.org_id and u.id = i.unit_id
         left join people p on p.org_id = i.org_id and p.id = i.invited_by
       where i.org_id = $1 order by i.created_at desc, i.id limit $2`,
      [ctx.actor.orgId, LATEST],
    )
    return result.rows
  })
  return rows.filter(({ path }) => reaches(reach, path)).map(lineOf)
}

const lineOf = (row: Row): InvitationLine => ({
  id: row.id,
  email: row.email,
  name: row.name,
  unitName: row.unitName,
  role: row.role,
  state: row.state,
  invitedBy: row.invitedBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})
