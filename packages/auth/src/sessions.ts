import { type Database, shareTrips, type Transaction } from '@gs/db'
import type { AccountId, OrgId, PersonId } from '@gs/domain'
import type { Actor, Grant } from '@gs/domain/organizations'
import type { Membership } from './accounts.ts'
import type { Deps, Visitor } from './ports.ts'
import { type App, SESSION_POLICY } from './session-policy.ts'
import { hashToken } from './tokens.ts'

/** A signed-in person, as the pages and the API see one. */
export interface Session {
  readonly actor: Actor
  readonly orgName: string
  readonly orgIsDemo: boolean
  readonly orgTimeZone: string
  readonly personName: string
  readonly email: string
  readonly unitId: string
  readonly unitPath: string
  /** The zone in which times are shown to this person. */
  readonly timeZone: string
  /** All organisations that this account may switch to in this app, the present one among them. */
  readonly organisations: readonly { readonly orgId: string; readonly name: string }[]
  /** ISO instant at which the session ends whatever happens. */
  readonly expiresAt: string
}

/** A session just opened; the token is known to its holder alone. */
export interface OpenedSession {
  readonly token: string
  readonly sessionId: string
  /** Seconds until it ends in any case. */
  readonly seconds: number
}

interface ResolvedRow {
  sessionId: string
  accountId: string
  orgId: string
  personId: string
  expiresAt: string
  orgName: string
  orgIsDemo: boolean
  orgTimeZone: string
  givenName: string
  familyName: string
  email: string
  locale: 'en' | 'es'
  timeZone: string
  unitId: string
  unitPath: string
  grants: Grant[]
  organisations: { orgId: string; orgName: string; staff: boolean }[]
}

/** Trips for sessions under way at once; who comes meanwhile shares the next. */
const TRIPS = 2

/**
 * Finds the live session of a token's hash, or nothing: revoked, idle, expired, suspended and unknown look the same.
 * The database is asked after every question; questions at once share their trips.
 */
export function sessionResolver(database: Database, app: App): (tokenHash: Buffer) => Promise<Session | null> {
  const trip = async (hashes: readonly Buffer[]) => {
    const { rows } = await database.pool.query<{ sessions: readonly (ResolvedRow | null)[] }>({
      name: 'resolve-sessions',
      text: 'select app.resolve_sessions($1, $2) as sessions',
      values: [hashes, app],
    })
    return (rows[0]?.sessions ?? []).map((session) => sessionOf(app, session))
  }
  return shareTrips(trip, { most: TRIPS, gather: true, nameOf: (hash) => hash.toString('latin1') })
}

function sessionOf(app: App, row: ResolvedRow | null): Session | null {
  if (!row) return null
  return {
    actor: {
      accountId: row.accountId as AccountId,
      sessionId: row.sessionId,
      orgId: row.orgId as OrgId,
      personId: row.personId as PersonId,
      grants: row.grants,
      locale: row.locale,
    },
    orgName: row.orgName,
    orgIsDemo: row.orgIsDemo,
    orgTimeZone: row.orgTimeZone,
    personName: `${row.givenName} ${row.familyName}`,
    email: row.email,
    unitId: row.unitId,
    unitPath: row.unitPath,
    timeZone: row.timeZone,
    organisations: row.organisations
      .filter((one) => app === 'web' || one.staff || one.orgId === row.orgId)
      .map((one) => ({ orgId: one.orgId, name: one.orgName })),
    expiresAt: new Date(row.expiresAt).toISOString(),
  }
}

interface Opening {
  readonly accountId: string
  readonly membership: Pick<Membership, 'orgId' | 'personId'>
  readonly visitor: Visitor
  /** The session that this one takes over from: its end in any case stays, and it ends now. */
  readonly from?: string | undefined
}

/** Opens a session for a person of an organisation. As role gs_auth; times are the database's. */
export async function openSession(deps: Deps, tx: Transaction, opening: Opening): Promise<OpenedSession> {
  const policy = SESSION_POLICY[deps.app]
  const token = deps.ids.secret()
  const sessionId = deps.ids.next()
  const { rows } = await tx.client.query<{ seconds: number }>(
    `with previous as (
       update identity.sessions set revoked_at = now()
       where id = $9 and account_id = $3 and revoked_at is null returning expires_at)
     insert into identity.sessions (id, token_hash, account_id, app, org_id, person_id, idle_seconds, user_agent, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8,
       coalesce((select expires_at from previous), now() + make_interval(secs => $10)))
     returning extract(epoch from expires_at - now())::integer as seconds`,
    [
      sessionId,
      hashToken(token),
      opening.accountId,
      deps.app,
      opening.membership.orgId,
      opening.membership.personId,
      policy.idleSeconds,
      opening.visitor.userAgent.slice(0, 400),
      opening.from ?? null,
      policy.absoluteSeconds,
    ],
  )
  return { token, sessionId, seconds: rows[0]?.seconds ?? policy.absoluteSeconds }
}

/** Ends the session of a token, if it lives. As role gs_auth. */
export async function endSession(tx: Transaction, tokenHash: Buffer): Promise<void> {
  await tx.client.query(
    'update identity.sessions set revoked_at = now() where token_hash = $1 and revoked_at is null',
    [tokenHash],
  )
}

/** Ends every session of an account, in both apps. As role gs_auth. */
export async function endAllSessions(tx: Transaction, accountId: string): Promise<void> {
  await tx.client.query(
    'update identity.sessions set revoked_at = now() where account_id = $1 and revoked_at is null',
    [accountId],
  )
}
