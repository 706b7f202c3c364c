import { ownScope, reachFor, read, type ServiceContext } from '../kernel/index.ts'

export interface MySession {
  readonly id: string
  readonly app: 'web' | 'admin'
  /** Whether it is the one that asks. */
  readonly current: boolean
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly userAgent: string
}

interface SessionRow {
  readonly id: string
  readonly app: 'web' | 'admin'
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly userAgent: string
}

/** The own account's live sessions, this one first, then the last used. */
export async function listMySessions(ctx: ServiceContext): Promise<MySession[]> {
  const rows = await read(ctx, ownScope(ctx), async (tx) => {
    const result = await tx.client.query<SessionRow>(
      `select id, app, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
         user_agent as "userAgent" from app.my_sessions() order by id = $1 desc, last_seen_at desc`,
      [ctx.actor.sessionId],
    )
    return result.rows
  })
  return rows.map((row) => ({
    ...row,
    current: row.id === ctx.actor.sessionId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

export interface SessionsOfPerson {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly sessions: number
  readonly apps: readonly ('web' | 'admin')[]
  readonly lastSeenAt: string
}

const MOST = 200

/** Who is signed in here, among the people that the actor manages; the last seen first. */
export async function listSessions(ctx: ServiceContext): Promise<SessionsOfPerson[]> {
  const rows = await read(ctx, reachFor(ctx, 'people.manage'), async (tx) => {
    const result = await tx.client.query<Omit<SessionsOfPerson, 'lastSeenAt'> & { lastSeenAt: Date }>(
      `select p.id as "personId", p.given_name || ' ' || p.family_name as name, p.email, count(*)::int as sessions,
         array_agg(distinct s.app order by s.app) as apps, max(s.last_seen_at) as "lastSeenAt"
       from app.sessions_of_org() s join people p on p.org_id = $1 and p.id = s.person_id
       group by p.id, p.given_name, p.family_name, p.email order by max(s.last_seen_at) desc, p.id limit $2`,
      [ctx.actor.orgId, MOST],
    )
    return result.rows
  })
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt.toISOString() }))
}
