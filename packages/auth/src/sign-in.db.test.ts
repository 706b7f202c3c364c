import { closeDatabase, createDatabase } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import {
  type AuthServer,
  addMember,
  Browser,
  inOrg,
  makeOrg,
  makeWorld,
  type Org,
  serveAuth,
  type World,
} from './testing/world.ts'

let db: TestDatabase
let world: World
let org: Org
let portal: AuthServer
let console_: AuthServer
let count = 0
const fresh = (): string => `person${++count}@one.example`

beforeAll(async () => {
  db = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  world = await makeWorld(db.database)
  org = await makeOrg(world, 'One')
  portal = await serveAuth(world, 'web')
  console_ = await serveAuth(world, 'admin')
})
afterAll(async () => {
  await portal.close()
  await console_.close()
  await db.drop()
})

/** Past every protection, as whoever owns the database. */
async function ownerRuns(text: string, values: unknown[]): Promise<unknown[]> {
  const owner = createDatabase(db.ownerUrl, { max: 1 })
  try {
    return (await owner.pool.query(text, values)).rows
  } finally {
    await closeDatabase(owner)
  }
}

describe('signing in', () => {
  test('opens a session that names person, organisation and grants', async () => {
    const member = await addMember(world, org, { email: fresh(), role: 'registrar' })
    const browser = new Browser(portal)
    expect(await browser.session()).toBeNull()
    const reply = await browser.signIn(` ${member.email.toUpperCase()} `)
    expect(reply).toMatchObject({ status: 200, body: { organisations: 1 } })
    expect(reply.headers.get('cache-control')).toBe('private, no-store')
    expect(await browser.session()).toMatchObject({
      actor: {
        accountId: member.accountId,
        personId: member.personId,
        orgId: org.orgId,
        locale: 'en',
        grants: [{ role: 'registrar', unitId: org.unitId, unitPath: org.unitPath }],
      },
      orgName: 'One',
      personName: 'Ana Vela',
      organisations: [{ orgId: org.orgId, name: 'One' }],
    })
  })

  test('sets one cookie out of reach of scripts, which holds neither address nor name', async () => {
    const member = await addMember(world, org, { email: fresh() })
    const browser = new Browser(portal)
    await browser.signIn(member.email)
    const line = browser.setCookies.filter((one) => one.startsWith('gs_web=')).at(-1) ?? ''
    expect(line).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax$/)
    expect([...browser.cookies.keys()].sort()).toEqual(['csrf_gs_web', 'gs_web'])
    // Encrypted as a whole: header, no key, nonce, content, tag.
    expect(browser.cookies.get('gs_web')?.split('.')).toHaveLength(5)
  })

  test('answers wrong password, unknown address and suspended person alike', async () => {
    const member = await addMember(world, org, { email: fresh() })
    const suspended = await addMember(world, org, { email: fresh() })
    await inOrg(world, org, "update people set status = 'suspended' where id = $1", [suspended.personId])
    const replies = [
      await new Browser(portal).signIn(member.email, 'seven grey herons at dawn'),
      await new Browser(portal).signIn('nobody@nowhere.example'),
      await new Browser(portal).signIn(suspended.email),
      await new Browser(portal).signIn('', ''),
    ]
    for (const reply of replies) expect(reply).toMatchObject({ status: 401, body: { code: 'sign-in.refused' } })
  })

  test('takes as long for an unknown address as for a wrong password', async () => {
    const member = await addMember(world, org, { email: fresh() })
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 30; round++)
      for (const [email, times] of [
        [member.email, known],
        ['nobody@nowhere.example', unknown],
      ] as const) {
        const browser = new Browser(portal)
        const before = performance.now()
        await browser.signIn(email, 'seven grey herons at dawn')
        times.push(performance.now() - before)
      }
    // The quickest of each has waited for nobody: what is left is the work, most of it the hash.
    const [ofKnown, ofUnknown] = [Math.min(...known), Math.min(...unknown)]
    expect(ofUnknown).toBeGreaterThan(ofKnown / 2)
    expect(ofKnown).toBeGreaterThan(ofUnknown / 2)
  })

  test('is refused without the CSRF token of the same browser', async () => {
    const member = await addMember(world, org, { email: fresh() })
    const stranger = new Browser(portal)
    const { body } = await stranger.request('GET', 'csrf')
    const browser = new Browser(portal)
    const credentials = { email: member.email, password: 'seven grey herons at dusk' }
    for (const csrfToken of ['', 'x', String(body.csrfToken)]) {
      const reply = await browser.request('POST', 'callback/credentials', { ...credentials, csrfToken })
      expect(reply).toMatchObject({ status: 403, body: { code: 'csrf.wrong' } })
    }
    expect(await browser.session()).toBeNull()
  })

  test('opens the console to who holds a role, and says so to who holds none', async () => {
    const trainer = await addMember(world, org, { email: fresh() })
    const staff = await addMember(world, org, { email: fresh(), role: 'staff' })
    expect(await new Browser(console_).signIn(trainer.email)).toMatchObject({
      status: 403,
      body: { code: 'sign-in.no-role' },
    })
    const browser = new Browser(console_)
    expect((await browser.signIn(staff.email)).status).toBe(200)
    expect(await browser.session()).not.toBeNull()
    expect([...browser.cookies.keys()]).toContain('gs_admin')
  })

  test('gives the portal no use of a cookie of the console', async () => {
    const staff = await addMember(world, org, { email: fresh(), role: 'staff' })
    const browser = new Browser(console_)
    await browser.signIn(staff.email)
    const sealed = browser.cookies.get('gs_admin')
    expect(await console_.auth.resolve(`gs_admin=${sealed}`)).not.toBeNull()
    expect(await portal.auth.resolve(`gs_web=${sealed}`)).toBeNull()
  })
})

describe('a session', () => {
  let browser: Browser
  let email: string
  let personId: string
  let accountId: string
  beforeEach(async () => {
    email = fresh()
    const member = await addMember(world, org, { email })
    personId = member.personId
    accountId = member.accountId
    browser = new Browser(portal)
    await browser.signIn(email)
    expect(await browser.session()).not.toBeNull()
  })

  test('ends with sign-out, and its cookie is worth nothing afterwards', async () => {
    const header = browser.cookieHeader
    expect((await browser.signOut()).status).toBe(200)
    expect(browser.cookies.has('gs_web')).toBe(false)
    expect(await portal.auth.resolve(header)).toBeNull()
  })

  test('is not signed out by a request without the token', async () => {
    const reply = await browser.request('POST', 'signout', { csrfToken: 'x' })
    expect(reply.status).toBe(403)
    expect(await browser.session()).not.toBeNull()
  })

  test('does not outlive a new sign-in of the same browser', async () => {
    const before = browser.cookieHeader
    await browser.signIn(email)
    expect(await portal.auth.resolve(before)).toBeNull()
    expect(await browser.session()).not.toBeNull()
  })

  test('is refused at the next request once the person is suspended, and again welcome when restored', async () => {
    await inOrg(world, org, "update people set status = 'suspended' where id = $1", [personId])
    expect(await browser.session()).toBeNull()
    await inOrg(world, org, "update people set status = 'active' where id = $1", [personId])
    expect(await browser.session()).not.toBeNull()
  })

  test('is refused at the next request once it is revoked, in every process', async () => {
    const second = await serveAuth(world, 'web')
    expect(await second.auth.resolve(browser.cookieHeader)).not.toBeNull()
    await ownerRuns('update identity.sessions set revoked_at = now() where account_id = $1', [accountId])
    expect(await portal.auth.resolve(browser.cookieHeader)).toBeNull()
    expect(await second.auth.resolve(browser.cookieHeader)).toBeNull()
    await second.close()
  })

  test('carries a withdrawn role no further than the next request', async () => {
    const staff = await addMember(world, org, { email: fresh(), role: 'registrar' })
    const other = new Browser(portal)
    await other.signIn(staff.email)
    expect((await other.session())?.actor.grants).toHaveLength(1)
    await inOrg(world, org, 'update role_grants set withdrawn_at = now() where person_id = $1', [staff.personId])
    expect((await other.session())?.actor.grants).toHaveLength(0)
  })

  test('ends when idle too long and, however busy, at its last hour', async () => {
    const set = (text: string) => ownerRuns(`update identity.sessions set ${text} where account_id = $1`, [accountId])
    await set("last_seen_at = now() - interval '14 days' + interval '2 minutes'")
    expect(await browser.session()).not.toBeNull()
    // Being asked moved the clock of idleness.
    await set("last_seen_at = last_seen_at - interval '13 days'")
    expect(await browser.session()).not.toBeNull()
    await set("last_seen_at = now() - interval '14 days'")
    expect(await browser.session()).toBeNull()
    await set("last_seen_at = now(), expires_at = now() + interval '1 minute'")
    expect(await browser.session()).not.toBeNull()
    await set('expires_at = now()')
    expect(await browser.session()).toBeNull()
  })

  test('lasts as the policy says: fourteen and ninety days, thirty minutes and twelve hours', async () => {
    const staff = await addMember(world, org, { email: fresh(), role: 'auditor' })
    const desk = new Browser(console_)
    await desk.signIn(staff.email)
    const rows = await ownerRuns(
      `select app, idle_seconds as idle, extract(epoch from expires_at - created_at)::int as absolute
       from identity.sessions where account_id = any($1) order by app`,
      [[accountId, staff.accountId]],
    )
    expect(rows).toEqual([
      { app: 'admin', idle: 1800, absolute: 43_200 },
      { app: 'web', idle: 1_209_600, absolute: 7_776_000 },
    ])
  })

  test.each([
    'gs_web=',
    'gs_web=x',
    'gs_web=%E0%A4%A',
    'gs_web=a.b.c.d.e',
    '=;;;gs_web',
    'gs_web="',
    `gs_web=${'x'.repeat(9000)}`,
  ])('is not made of a broken cookie: %s', async (header) => {
    expect(await portal.auth.resolve(header)).toBeNull()
  })

  test('changes its password: other sessions end, this one is renewed, the notice is owed', async () => {
    const other = new Browser(portal)
    await other.signIn(email)
    const before = browser.cookieHeader
    const wrong = await browser.request('POST', 'password', {
      current: 'not the password',
      password: 'nine slow otters in the reeds',
    })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'password.wrong' } })
    const short = await browser.request('POST', 'password', {
      current: 'seven grey herons at dusk',
      password: 'otters',
    })
    expect(short).toMatchObject({ status: 422, body: { code: 'password.short' } })
    expect(await other.session()).not.toBeNull()
    const done = await browser.request('POST', 'password', {
      current: 'seven grey herons at dusk',
      password: 'nine slow otters in the reeds',
    })
    expect(done.status).toBe(200)
    expect(await other.session()).toBeNull()
    expect(await portal.auth.resolve(before)).toBeNull()
    expect(await browser.session()).not.toBeNull()
    expect((await new Browser(portal).signIn(email)).status).toBe(401)
    expect((await new Browser(portal).signIn(email, 'nine slow otters in the reeds')).status).toBe(200)
    expect(world.queue.jobs.at(-1)).toMatchObject({
      name: 'mail',
      data: { template: 'password-changed', to: { personId } },
    })
  })
})

describe('an account of two organisations', () => {
  test('starts in the one used last, switches, and sees each alone', async () => {
    const two = await makeOrg(world, 'Two')
    const email = fresh()
    const first = await addMember(world, org, { email })
    const second = await addMember(world, two, { email, accountId: first.accountId, role: 'registrar' })
    const browser = new Browser(portal)
    expect(await browser.signIn(email)).toMatchObject({ status: 200, body: { organisations: 2 } })
    const session = await browser.session()
    expect(session?.actor).toMatchObject({ orgId: org.orgId, personId: first.personId, grants: [] })
    expect(session?.organisations.map((one) => one.name).sort()).toEqual(['One', 'Two'])
    const before = browser.cookieHeader
    expect((await browser.request('POST', 'switch', { orgId: two.orgId })).status).toBe(200)
    expect((await browser.session())?.actor).toMatchObject({ orgId: two.orgId, personId: second.personId })
    expect((await browser.session())?.actor.grants).toHaveLength(1)
    expect(await portal.auth.resolve(before)).toBeNull()
    const again = new Browser(portal)
    await again.signIn(email)
    expect((await again.session())?.actor.orgId).toBe(two.orgId)
    // The console knows the one with a role alone.
    const desk = new Browser(console_)
    expect(await desk.signIn(email)).toMatchObject({ status: 200, body: { organisations: 1 } })
    expect((await desk.session())?.organisations).toEqual([{ orgId: two.orgId, name: 'Two' }])
    expect((await desk.request('POST', 'switch', { orgId: org.orgId })).status).toBe(404)
  })

  test('cannot switch to one that it does not belong to, nor without a session', async () => {
    const three = await makeOrg(world, 'Three')
    const email = fresh()
    await addMember(world, org, { email })
    const browser = new Browser(portal)
    expect((await browser.request('POST', 'switch', { orgId: org.orgId })).status).toBe(401)
    await browser.signIn(email)
    for (const orgId of [three.orgId, crypto.randomUUID()])
      expect(await browser.request('POST', 'switch', { orgId })).toMatchObject({
        status: 404,
        body: { code: 'organisation.unknown' },
      })
    expect((await browser.session())?.actor.orgId).toBe(org.orgId)
  })
})

describe('the door', () => {
  test('knows its own ways and no other of the library', async () => {
    const browser = new Browser(portal)
    for (const path of ['providers', 'signin', 'error', 'callback/github', 'verify-request', '_log', '../auth/csrf/x'])
      expect((await browser.request('GET', path)).status).toBe(404)
    for (const path of ['session', '_log', 'signin/credentials', 'csrf'])
      expect((await browser.request('POST', path)).status).toBe(404)
  })

  test('answers broken bodies with 4xx', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${portal.url}/api/auth/forgot`, { method: 'POST', body, headers: { 'content-type': type } })
    expect((await post('{')).status).toBe(400)
    expect((await post('[]')).status).toBe(400)
    expect((await post('{"email":1}')).status).toBe(400)
    expect((await post('{"email":"a@b.example","more":1}')).status).toBe(400)
    expect((await post('email=a', 'application/x-www-form-urlencoded')).status).toBe(415)
    expect((await post(JSON.stringify({ email: 'x'.repeat(20_000) }))).status).toBe(413)
  })
})
