import { createServer, type Server } from 'node:http'
import { asIdentity, type Database, withCommand } from '@gs/db'
import { addDays, type Day, type OrgId, type PersonId } from '@gs/domain'
import type { StaffRole } from '@gs/domain/organizations'
import { type Auth, createAuth } from '../create-auth.ts'
import { createHasher } from '../hashing.ts'
import type { Ids, JobQueue } from '../ports.ts'
import type { App } from '../session-policy.ts'
import { hashToken } from '../tokens.ts'

/** Organisations, people and accounts for the tests of this package, and a browser's side of the wire. */

export const PASSWORD = 'seven grey herons at dusk'
const TODAY = addDays(0 as Day, 20_000)

export const ids: Ids = {
  next: () => crypto.randomUUID(),
  secret: () => `${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', ''),
}

export interface KeptQueue extends JobQueue {
  readonly jobs: { name: string; data: Readonly<Record<string, unknown>> }[]
}

export function keptQueue(): KeptQueue {
  const jobs: KeptQueue['jobs'] = []
  return {
    jobs,
    enqueue: async (_tx, job) => {
      jobs.push(job)
    },
  }
}

export interface World {
  readonly database: Database
  readonly queue: KeptQueue
  readonly hash: string
}

export async function makeWorld(database: Database): Promise<World> {
  return { database, queue: keptQueue(), hash: await createHasher().hash(PASSWORD) }
}

export interface Org {
  readonly orgId: OrgId
  readonly name: string
  readonly unitId: string
  readonly unitPath: string
}

const commandIn = (orgId: OrgId, name: string) =>
  ({ orgId, name, reach: '*', key: ids.next(), body: {}, knownOn: TODAY }) as const

export async function makeOrg({ database }: World, name: string): Promise<Org> {
  const orgId = ids.next() as OrgId
  const unitId = ids.next()
  const unitPath = `${unitId}/`
  await withCommand(database, commandIn(orgId, 'make-org'), async ({ tx, audit }) => {
    const values = [orgId, name, ids.next()]
    await tx.client.query('insert into organizations (org_id, name, slug) values ($1, $2, $3)', values)
    await tx.client.query('insert into units (org_id, id, name, path) values ($1, $2, $3, $4)', [
      orgId,
      unitId,
      name,
      unitPath,
    ])
    audit({ id: ids.next(), action: 'organisation.created', subjectKind: 'organisation', subjectId: orgId })
    return {}
  })
  return { orgId, name, unitId, unitPath }
}

export interface Member {
  readonly accountId: string
  readonly personId: PersonId
  readonly email: string
}

export interface MemberOptions {
  readonly email: string
  readonly role?: StaffRole
  /** An account that belongs to another organisation already. */
  readonly accountId?: string
}

export async function addMember(world: World, org: Org, options: MemberOptions): Promise<Member> {
  const personId = ids.next() as PersonId
  const accountId = options.accountId ?? ids.next()
  await withCommand(world.database, commandIn(org.orgId, 'add-member'), async ({ tx, audit }) => {
    await tx.client.query(
      `insert into people (org_id, id, account_id, given_name, family_name, email, unit_id, unit_path)
       values ($1, $2, $3, 'Ana', 'Vela', $4, $5, $6)`,
      [org.orgId, personId, accountId, options.email, org.unitId, org.unitPath],
    )
    if (options.role)
      await tx.client.query(
        'insert into role_grants (org_id, id, person_id, role, unit_id, unit_path) values ($1, $2, $3, $4, $5, $6)',
        [org.orgId, ids.next(), personId, options.role, org.unitId, org.unitPath],
      )
    await asIdentity(tx, async () => {
      if (!options.accountId)
        await tx.client.query('insert into identity.accounts (id, email, password_hash) values ($1, $2, $3)', [
          accountId,
          options.email,
          world.hash,
        ])
      await tx.client.query('insert into identity.memberships (account_id, org_id, person_id) values ($1, $2, $3)', [
        accountId,
        org.orgId,
        personId,
      ])
    })
    audit({ id: ids.next(), action: 'person.added', subjectKind: 'person', subjectId: personId })
    return {}
  })
  return { accountId, personId, email: options.email }
}

/** One statement in the scope of an organisation. */
export async function inOrg(world: World, org: Org, text: string, values: readonly unknown[]): Promise<number> {
  return withCommand(world.database, commandIn(org.orgId, 'change'), async ({ tx, audit }) => {
    const { rowCount } = await tx.client.query(text, [...values])
    audit({ id: ids.next(), action: 'changed', subjectKind: 'test', subjectId: org.orgId })
    return rowCount ?? 0
  })
}

export async function addInvitation(world: World, org: Org, email: string, role: StaffRole | null): Promise<string> {
  const secret = ids.secret()
  await inOrg(
    world,
    org,
    `insert into invitations (org_id, id, email, unit_id, role, secret_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + interval '1 day')`,
    [org.orgId, ids.next(), email, org.unitId, role, hashToken(secret)],
  )
  return `${org.orgId}.${secret}`
}

export interface AuthServer {
  readonly auth: Auth
  readonly url: string
  close(): Promise<void>
}

/** One process' sign-in behind a real HTTP server. */
export async function serveAuth(world: World, app: App = 'web', limits = false): Promise<AuthServer> {
  const { database, queue } = world
  const clock = { today: () => TODAY, now: () => new Date() }
  const auth = createAuth({
    database,
    queue,
    clock,
    ids,
    app,
    limits,
    secret: 'a secret of the tests, long enough',
    secureCookies: false,
    addressOf: (req) => String(req.headers['x-test-address'] ?? 'test'),
  })
  const server: Server = createServer((req, res) => {
    auth.handle(req, res).catch((error: unknown) => {
      res.statusCode = 500
      res.end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    auth,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export interface Reply {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

/** A browser: keeps its cookies, fetches the CSRF token before it signs in or out. */
export class Browser {
  readonly #server: AuthServer
  readonly #address: string
  readonly cookies = new Map<string, string>()
  readonly setCookies: string[] = []

  constructor(server: AuthServer, address = crypto.randomUUID()) {
    this.#server = server
    this.#address = address
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> {
    const response = await fetch(`${this.#server.url}/api/auth/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-test-address': this.#address,
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
      },
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') ? JSON.parse(text) : { text },
      headers: response.headers,
    }
  }

  #keep(line: string): void {
    this.setCookies.push(line)
    const [pair = '', ...attributes] = line.split('; ')
    const at = pair.indexOf('=')
    const gone = attributes.some(
      (attribute) => attribute === 'Max-Age=0' || attribute.startsWith('Expires=Thu, 01 Jan 1970'),
    )
    if (gone) this.cookies.delete(pair.slice(0, at))
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  async #csrf(): Promise<string> {
    return String((await this.request('GET', 'csrf')).body.csrfToken)
  }

  async signIn(email: string, password = PASSWORD): Promise<Reply> {
    return this.request('POST', 'callback/credentials', { email, password, csrfToken: await this.#csrf() })
  }

  async signOut(): Promise<Reply> {
    return this.request('POST', 'signout', { csrfToken: await this.#csrf() })
  }

  /** Who the server says this browser is. */
  session() {
    return this.#server.auth.resolve(this.cookieHeader)
  }
}
