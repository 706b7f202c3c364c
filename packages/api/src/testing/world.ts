import { randomUUID } from 'node:crypto'
import type { Session } from '@gs/auth'
import { type AuthServer, Browser, makeWorld, serveAuth } from '@gs/auth/testing'
import type { Deps } from '@gs/services'
import {
  createOrganisation,
  createTestCourse,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestDatabase,
  type TestOrganisation,
  type TestPerson,
  testCourseBody,
} from '@gs/services/testing'
import { CALLER_NAMES, type Caller, type CallerName, callerOf, type Place, type Target } from '../access/callers.ts'
import type { Belongings, Furnishing, Shared, Things } from './belongings.ts'
import { furnish } from './things.ts'

/** Two organisations full of people and their things, and callers of every kind who have really signed in. */
export interface World {
  readonly deps: Deps
  readonly everybody: readonly (Belongings & { readonly place: Place })[]
  /** The organisations, by where somebody is. */
  orgIdOf(place: Place): string
  /** What an input may name. */
  things(caller: CallerName, target: Target): Things
  /** Who the sign-in says that a caller is in an app, asked of the database now. */
  sessionOf(caller: CallerName, app: App): Promise<Session | null>
  close(): Promise<void>
}

export type App = 'web' | 'admin'
const APPS = ['web', 'admin'] as const
const PLACES = ['north', 'south', 'rival'] as const

interface House extends Furnishing {
  readonly shared: Shared
}

interface Inhabitant {
  readonly place: Place
  readonly belongings: Belongings
  readonly person: TestPerson
}

/** Builds the world in an empty database. Everybody's given name begins with "Canary" and is theirs alone. */
export async function buildWorld(test: TestDatabase): Promise<World> {
  const identity = await makeWorld(test.database)
  const auth = { web: await serveAuth(identity, 'web'), admin: await serveAuth(identity, 'admin') }
  const home = await buildHouse(test, identity.hash, 'HOME')
  const away = await buildHouse(test, identity.hash, 'AWAY')
  const houseOf = (place: Place): House => (place === 'rival' ? away : home)
  const settle = (place: Place, name: string, caller?: Caller) => inhabit(houseOf(place), { place, name, caller })
  const targets = new Map<string, Inhabitant>()
  for (const place of PLACES)
    for (const which of ['one', 'two']) targets.set(`${place} ${which}`, await settle(place, `${place}${which}`))
  const callers = new Map<CallerName, Inhabitant>()
  for (const name of CALLER_NAMES) {
    const caller = callerOf(name)
    if (caller) callers.set(name, await settle(caller.place, name.replaceAll(' ', ''), caller))
  }
  const at = (key: string): Inhabitant => targets.get(key) ?? fail(key)
  const cookies = await signEverybodyIn({ test, auth, callers })
  const { deps } = { deps: { ...at('north one').person.context, mailBodies: true } }
  return {
    deps,
    everybody: [...targets.values(), ...callers.values()].map(({ place, belongings }) => ({ place, ...belongings })),
    orgIdOf: (place) => houseOf(place).org.orgId,
    things(caller, target) {
      const own = callers.get(caller)
      if (target === 'own' && own) return { ...houseOf(own.place).shared, ...own.belongings, spare: own.belongings }
      const place = target === 'own' ? 'north' : target
      // What can be done once is done by the administrator to one and by the regional administrator to the other.
      const [one, two] = caller === 'regional administrator' ? ['two', 'one'] : ['one', 'two']
      const spare = at(`${place} ${two}`).belongings
      return { ...houseOf(place).shared, ...at(`${place} ${one}`).belongings, spare }
    },
    async sessionOf(caller, app) {
      const cookie = cookies.get(`${caller} ${app}`)
      const found = await auth[app].auth.resolve(cookie)
      const who = callerOf(caller)
      if (found || !cookie || who?.since) return found
      // Some procedures end the caller's own sessions: they sign in again.
      const again = await cookieOf(auth[app], callers.get(caller) ?? fail(caller))
      cookies.set(`${caller} ${app}`, again)
      return auth[app].auth.resolve(again)
    },
    async close() {
      for (const app of APPS) await auth[app].close()
    },
  }
}

const fail = (what: string): never => {
  throw new Error(`${what} is not in the world`)
}

async function buildHouse(test: TestDatabase, passwordHash: string, code: string): Promise<House> {
  const org = await createOrganisation(test.database)
  await publishTestPack({ database: test.database, orgId: org.orgId, today: dayFrom('2026-03-02') })
  await test.asOwner('update organizations set is_demo = true where org_id = $1', [org.orgId])
  const passed = await createTestCourse(test.database, org.orgId, {
    body: testCourseBody(code, 'specialization'),
    credentialCode: code,
    credits: [{ packId: TEST_PACK.id, amount: 1900 }],
  })
  const open = await createTestCourse(test.database, org.orgId, { body: testCourseBody(`${code}-OPEN`) })
  const [lesson] = open.body.lessons
  const mailId = randomUUID()
  await test.asOwner(
    `insert into kept_mails (org_id, id, recipient, kind, event_key, subject_line, body_text)
      values ($1, $2, $3, 'password-reset', $3, 'A link', 'https://link')`,
    [org.orgId, mailId, `mail-of-${code}@example.test`],
  )
  await test.asOwner(
    `insert into reminder_settings (org_id, ceiling, quiet_from, quiet_until) values ($1, 100, 21, 8)`,
    [org.orgId],
  )
  await test.asOwner(
    `insert into reminder_waves (org_id, id, status, total, counts, held_on) values ($1, $2, 'sent', 3, '{}', '2026-03-01')`,
    [org.orgId, randomUUID()],
  )
  await test.asOwner(
    `insert into reminder_counts (org_id, counted_at, counts, total, people) values ($1, '2026-03-01T12:12:00Z', '{}', 0, 0)`,
    [org.orgId],
  )
  return {
    test,
    org,
    passed,
    open,
    passwordHash,
    shared: {
      packId: TEST_PACK.id,
      courseId: open.courseId,
      versionId: open.versionId,
      courseCode: `${code}-OPEN`,
      lesson: lesson ?? fail('a lesson'),
      mailId,
    },
  }
}

interface Wanted {
  readonly place: Place
  readonly name: string
  readonly caller: Caller | undefined
}

async function inhabit(house: House, { place, name, caller }: Wanted): Promise<Inhabitant> {
  const { org } = house
  const at = place === 'rival' ? 'root' : place
  // No name is a part of another.
  const givenName = `Canary-${name}-${randomUUID().slice(0, 8)}`
  const person = await org.person({ unit: at, name: givenName, roles: caller?.roles ?? [] })
  const belongings = await furnish(house, {
    person,
    givenName,
    unit: unitAt(org, at),
    mayHoldRole: caller === undefined,
  })
  return { place, person, belongings }
}

const unitAt = (org: TestOrganisation, at: 'root' | 'north' | 'south') =>
  at === 'root' ? { id: org.rootUnitId, path: `${org.rootUnitId}/` } : org[at]

interface SigningIn {
  readonly test: TestDatabase
  readonly auth: Readonly<Record<App, AuthServer>>
  readonly callers: ReadonlyMap<CallerName, Inhabitant>
}

/** By the form, in both apps; then what happens to the suspended person and the revoked session happens. */
async function signEverybodyIn({ test, auth, callers }: SigningIn): Promise<Map<string, string>> {
  const cookies = new Map<string, string>()
  for (const [name, inhabitant] of callers) {
    const { person } = inhabitant
    const who = callerOf(name)
    const { orgId } = person.context.actor
    const grantId = randomUUID()
    // The console lets nobody in who has no role there: trainers had one when they signed in, and it was withdrawn.
    if (who?.roles.length === 0)
      await test.asOwner(
        `insert into role_grants (org_id, id, person_id, role, unit_id, unit_path)
          select org_id, $1, id, 'administrator', unit_id, unit_path from people where org_id = $2 and id = $3`,
        [grantId, orgId, person.personId],
      )
    for (const app of APPS) cookies.set(`${name} ${app}`, await cookieOf(auth[app], inhabitant))
    await test.asOwner('update role_grants set withdrawn_at = now() where org_id = $1 and id = $2', [orgId, grantId])
    if (who?.since === 'suspended')
      await test.asOwner("update people set status = 'suspended' where org_id = $1 and id = $2", [
        orgId,
        person.personId,
      ])
    if (who?.since === 'revoked')
      await test.asOwner('update identity.sessions set revoked_at = now() where org_id = $1 and person_id = $2', [
        orgId,
        person.personId,
      ])
  }
  return cookies
}

async function cookieOf(server: AuthServer, { belongings }: Inhabitant): Promise<string> {
  const browser = new Browser(server)
  const { status, body } = await browser.signIn(belongings.email)
  if (status !== 200) throw new Error(`${belongings.givenName} could not sign in: ${JSON.stringify(body)}`)
  return browser.cookieHeader
}
