import type { Transaction } from '@gs/db'

export interface Account {
  readonly id: string
  readonly email: string
  readonly passwordHash: string | null
  readonly locale: 'en' | 'es'
}

/** An organisation in which an account is an active person. */
export interface Membership {
  readonly orgId: string
  readonly orgName: string
  readonly personId: string
  readonly personName: string
  /** Whether the person holds a staff role there. */
  readonly staff: boolean
}

/** The form in which addresses are stored and compared. */
export const normalizeEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()

const ACCOUNT =
  'select id, email, password_hash as "passwordHash", locale from identity.accounts where disabled_at is null'

/** The account of an address, unless it is disabled. As role gs_auth. */
export async function findAccount(tx: Transaction, email: string): Promise<Account | undefined> {
  const { rows } = await tx.client.query<Account>(`${ACCOUNT} and email = $1`, [normalizeEmail(email)])
  return rows[0]
}

export async function accountById(tx: Transaction, id: string): Promise<Account | undefined> {
  const { rows } = await tx.client.query<Account>(`${ACCOUNT} and id = $1`, [id])
  return rows[0]
}

/** Where the account is an active person, the organisation used last first. As role gs_auth. */
export async function membershipsOf(tx: Transaction, accountId: string): Promise<readonly Membership[]> {
  const { rows } = await tx.client.query<{ list: Membership[] }>('select app.memberships_of($1) as list', [accountId])
  return rows[0]?.list ?? []
}

/** Stores a password's hash. As role gs_auth. */
export async function setPasswordHash(tx: Transaction, accountId: string, hash: string): Promise<void> {
  await tx.client.query('update identity.accounts set password_hash = $2 where id = $1', [accountId, hash])
}
