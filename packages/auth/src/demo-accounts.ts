import { type Database, type Transaction, withIdentity } from '@gs/db'
import { normalizeEmail } from './accounts.ts'

export interface DemoMember {
  readonly email: string
  readonly orgId: string
  readonly personId: string
}

export interface DemoAccountsOptions {
  readonly nextId: () => string
  readonly passwordHash: string
}

/** Accounts of a demo seed, all with one password; one address in two organisations is one account. */
export function demoAccounts({ nextId, passwordHash }: DemoAccountsOptions) {
  return {
    /** Runs inside the seed's transaction, as role gs_auth for these two statements alone. */
    async join({ client }: Transaction, { email, orgId, personId }: DemoMember): Promise<string> {
      await client.query('set local role gs_auth')
      const { rows } = await client.query<{ id: string }>(
        `insert into identity.accounts as a (id, email, password_hash) values ($1, $2, $3)
         on conflict (email) do update set password_hash = excluded.password_hash returning a.id`,
        [nextId(), normalizeEmail(email), passwordHash],
      )
      const id = rows[0]?.id
      if (!id) throw new Error('a demo account could not be made')
      await client.query('insert into identity.memberships (account_id, org_id, person_id) values ($1, $2, $3)', [
        id,
        orgId,
        personId,
      ])
      await client.query('set local role none')
      return id
    },
  }
}

/** Gives every account of the demo another password, where the operator names one after the first start. */
export async function setDemoPassword(database: Database, passwordHash: string): Promise<void> {
  await withIdentity(database, async ({ client }) => {
    await client.query("update identity.accounts set password_hash = $1 where email like '%.test'", [passwordHash])
  })
}
