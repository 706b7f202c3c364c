import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'

/**
 * Makes changes of roles and of people's status wait for each other within the organisation, so that two
 * administrators cannot remove one another at the same instant.
 */
export async function lockRoles(tx: Transaction, orgId: OrgId): Promise<void> {
  await tx.client.query('select 1 from organizations where org_id = $1 for update', [orgId])
}

/**
 * How many active people with an account administer the whole organisation: this person, and others beside them.
 * Whoever changes roles may reach a part of the organisation; the last administrator is a matter of the whole.
 */
export async function countAdministrators(
  tx: Transaction,
  orgId: OrgId,
  personId: string,
): Promise<{ isOne: boolean; others: number }> {
  const { rows: before } = await tx.client.query<{ reach: string }>("select current_setting('app.reach') as reach")
  await tx.client.query("select set_config('app.reach', '*', true)")
  const { rows } = await tx.client.query<{ isOne: boolean; others: number }>(
    `select coalesce(bool_or(p.id = $2), false) as "isOne", count(distinct p.id) filter (where p.id <> $2)::int as others
     from role_grants g join people p on p.org_id = g.org_id and p.id = g.person_id
       join units u on u.org_id = g.org_id and u.id = g.unit_id
     where g.org_id = $1 and g.role = 'administrator' and g.withdrawn_at is null and u.parent_id is null
       and p.status = 'active' and p.account_id is not null`,
    [orgId, personId],
  )
  await tx.client.query("select set_config('app.reach', $1, true)", [before[0]?.reach ?? ''])
  return rows[0] ?? { isOne: false, others: 0 }
}
