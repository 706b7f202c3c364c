import { randomBytes, randomUUID } from 'node:crypto'
import { type Database, withCommand } from '@gs/db'
import { organizations, people, roleGrants, units } from '@gs/db/schema'
import { type Day, dayIn, type OrgId, type PersonId, parseDay } from '@gs/domain'
import type { Actor, StaffRole } from '@gs/domain/organizations'
import { type Job, type ServiceContext, systemScope } from '../kernel/index.ts'
import { tablesAlone } from './planner.ts'

/** A civil day from its text; for tests, where a wrong one is the test's own fault. */
export function dayFrom(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed.ok) throw new Error(`${text} is no day`)
  return parsed.value
}

export interface TestPerson {
  readonly personId: PersonId
  readonly context: ServiceContext
}

export interface TestOrganisation {
  readonly orgId: OrgId
  readonly rootUnitId: string
  /** Two regions beside each other below the root. */
  readonly north: { readonly id: string; readonly path: string }
  readonly south: { readonly id: string; readonly path: string }
  readonly jobs: Job[]
  /** Moves the organisation's civil day. */
  setToday(day: string): void
  /** Lets it be a moment: the civil day is then that of each zone, and of UTC where none is asked for. */
  setNow(instant: string): void
  /** Adds a person to a unit (default north), with staff roles there or at the root. */
  person(options?: TestPersonOptions): Promise<TestPerson>
}

export interface TestPersonOptions {
  readonly unit?: 'root' | 'north' | 'south'
  readonly roles?: readonly StaffRole[]
  /** Where the roles are held; default: the person's own unit. */
  readonly rolesAt?: 'root' | 'north' | 'south'
  readonly name?: string
}

/** Makes an organisation of its own in a test database; two calls give two that must not see each other. */
export async function createOrganisation(database: Database, today = '2026-03-02'): Promise<TestOrganisation> {
  const orgId = randomUUID() as OrgId
  const rootUnitId = randomUUID()
  const unit = (): { id: string; path: string } => {
    const id = randomUUID()
    return { id, path: `${rootUnitId}/${id}/` }
  }
  const places = { root: { id: rootUnitId, path: `${rootUnitId}/` }, north: unit(), south: unit() }
  let now = dayFrom(today)
  let moment: number | null = null
  const jobs: Job[] = []
  const files = new Map<string, Uint8Array>()
  const deps = {
    database,
    clock: {
      today: (zone = 'UTC') => (moment === null ? now : dayIn(zone, moment)),
      now: () => (moment === null ? new Date() : new Date(moment)),
    },
    ids: { next: () => randomUUID(), secret: () => randomBytes(24).toString('base64url') },
    queue: { enqueue: async (_tx: unknown, job: Job) => void jobs.push(job) },
    files: {
      async put(content: Uint8Array) {
        const key = randomUUID()
        files.set(key, content)
        return { key, bytes: content.byteLength, sha256: '' }
      },
      async get(key: string) {
        const content = files.get(key)
        if (!content) throw new Error(`no file ${key}`)
        return content
      },
    },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    planner: tablesAlone,
  }
  const write = (work: Parameters<typeof withCommand<null>>[2]): Promise<null> =>
    withCommand(
      database,
      { ...systemScope(orgId), name: 'test.arrange', key: randomUUID(), body: null, knownOn: now },
      async (door) => {
        door.audit({ id: randomUUID(), action: 'test.arrange', subjectKind: 'organisation', subjectId: orgId })
        return work(door)
      },
    )
  await write(async ({ tx }) => {
    await tx.db.insert(organizations).values({ orgId, name: 'Test Academy', slug: orgId })
    await tx.db.insert(units).values([
      { orgId, id: rootUnitId, name: 'All', path: places.root.path },
      { orgId, id: places.north.id, parentId: rootUnitId, name: 'North', path: places.north.path },
      { orgId, id: places.south.id, parentId: rootUnitId, name: 'South', path: places.south.path },
    ])
    return null
  })
  return {
    orgId,
    rootUnitId,
    north: places.north,
    south: places.south,
    jobs,
    setToday(day) {
      now = dayFrom(day)
      moment = null
    },
    setNow(instant) {
      moment = Date.parse(instant)
    },
    async person({ unit: at = 'north', roles = [], rolesAt = at, name = 'Test' } = {}) {
      const personId = randomUUID() as PersonId
      const place = places[at]
      const held = places[rolesAt]
      await write(async ({ tx }) => {
        await tx.db.insert(people).values({
          orgId,
          id: personId,
          givenName: name,
          familyName: 'Person',
          email: `${personId}@example.test`,
          unitId: place.id,
          unitPath: place.path,
        })
        for (const role of roles)
          await tx.db
            .insert(roleGrants)
            .values({ orgId, id: randomUUID(), personId, role, unitId: held.id, unitPath: held.path })
        return null
      })
      const actor: Actor = {
        accountId: randomUUID() as Actor['accountId'],
        sessionId: randomUUID(),
        orgId,
        personId,
        grants: roles.map((role) => ({ role, unitId: held.id, unitPath: held.path })),
        locale: 'en',
      }
      return { personId, context: { ...deps, actor, requestId: randomUUID() } }
    },
  }
}
