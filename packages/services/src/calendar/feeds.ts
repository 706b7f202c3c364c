import { createHash } from 'node:crypto'
import { withRead } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { z } from 'zod'
import { command, ownScope, read, type ServiceContext, systemScope } from '../kernel/index.ts'
import { type CalendarDeps, personCalendar } from './person-calendar.ts'

export interface OwnFeed {
  /** Since when there is an address; null where there is none. The address itself is shown once and kept nowhere. */
  readonly since: string | null
}

/** Whether the actor has a private calendar address. */
export function ownFeed(ctx: ServiceContext): Promise<OwnFeed> {
  const { orgId, personId } = ctx.actor
  return read(ctx, ownScope(ctx), async (tx) => {
    const { rows } = await tx.client.query<{ since: Date }>(
      'select created_at as since from calendar_feeds where org_id = $1 and person_id = $2 and revoked_at is null',
      [orgId, personId],
    )
    return { since: rows[0]?.since.toISOString() ?? null }
  })
}

export interface FeedCommand {
  readonly key: string
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * Makes a private calendar address; one that there was stops working. Answers the path with its secret: only its hash is
 * kept, so that this answer is the only one that ever holds it.
 */
export async function openFeed(ctx: ServiceContext, { key }: FeedCommand): Promise<{ readonly path: string }> {
  const { orgId, personId } = ctx.actor
  const secret = ctx.ids.secret()
  let path: string | undefined
  await command(ctx, { scope: ownScope(ctx), name: 'calendar.open-feed', key, body: null }, async ({ tx, audit }) => {
    await tx.client.query(
      'update calendar_feeds set revoked_at = now() where org_id = $1 and person_id = $2 and revoked_at is null',
      [orgId, personId],
    )
    await tx.client.query('insert into calendar_feeds (org_id, id, person_id, secret_hash) values ($1, $2, $3, $4)', [
      orgId,
      ctx.ids.next(),
      personId,
      hashOf(secret),
    ])
    audit({
      id: ctx.ids.next(),
      action: 'calendar.feed-opened',
      subjectKind: 'person',
      subjectId: personId,
      personId,
    })
    path = `/calendar/${orgId}.${secret}.ics`
    // The answer of a command is kept with its key: the secret is no part of it.
    return {}
  })
  // A repeated call has lost the first one's secret: there is nothing to show again.
  return { path: path ?? '' }
}

/** Ends the private calendar address, where there is one. */
export function closeFeed(ctx: ServiceContext, { key }: FeedCommand): Promise<Record<string, never>> {
  const { orgId, personId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'calendar.close-feed', key, body: null }
  return command(ctx, call, async ({ tx, audit }) => {
    await tx.client.query(
      'update calendar_feeds set revoked_at = now() where org_id = $1 and person_id = $2 and revoked_at is null',
      [orgId, personId],
    )
    audit({ id: ctx.ids.next(), action: 'calendar.feed-closed', subjectKind: 'person', subjectId: personId, personId })
    return {}
  })
}

const token = z.tuple([z.uuid(), z.string().regex(/^[\w-]{20,100}$/)])

/** The calendar behind a token; null where there is none, and nothing tells why: revoked, unknown or never one. */
export async function calendarOfToken(deps: CalendarDeps, text: string): Promise<string | null> {
  const parsed = token.safeParse(text.split('.'))
  if (!parsed.success) return null
  const [org, secret] = parsed.data
  const orgId = org as OrgId
  const found = await withRead(deps.database, systemScope(orgId), async ({ client }) => {
    const { rows } = await client.query<{ personId: PersonId }>(
      `select f.person_id as "personId" from calendar_feeds f join people p on p.org_id = f.org_id and p.id = f.person_id
       where f.org_id = $1 and f.secret_hash = $2 and f.revoked_at is null and p.status = 'active'`,
      [orgId, hashOf(secret)],
    )
    return rows[0]
  })
  return found ? personCalendar(deps, { orgId, personId: found.personId }) : null
}
