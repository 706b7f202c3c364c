import { closeDatabase, createDatabase } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  type AuthServer,
  addInvitation,
  addMember,
  Browser,
  inOrg,
  makeOrg,
  makeWorld,
  type Org,
  PASSWORD,
  serveAuth,
  type World,
} from './testing/world.ts'

let db: TestDatabase
let world: World
let org: Org
let portal: AuthServer
let console_: AuthServer
let count = 0
const fresh = (): string => `someone${++count}@one.example`
const NEW = 'nine slow otters in the reeds'

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

async function ownerRuns(text: string): Promise<Record<string, unknown>[]> {
  const owner = createDatabase(db.ownerUrl, { max: 1 })
  try {
    return (await owner.pool.query(text)).rows
  } finally {
    await closeDatabase(owner)
  }
}

/** The reset token in the mail that was owed last. */
function mailedToken(): string {
  const job = world.queue.jobs.findLast((one) => one.data.template === 'password-reset')
  return JSON.stringify(job?.data).match(/token=(\w+)/)?.[1] ?? ''
}

describe('a password reset', () => {
  test('is mailed to who has an account; the answer is the same for who has none', async () => {
    const { email, personId } = await addMember(world, org, { email: fresh() })
    const before = world.queue.jobs.length
    const unknown = await new Browser(portal).request('POST', 'forgot', { email: 'nobody@nowhere.example' })
    expect(world.queue.jobs).toHaveLength(before)
    const known = await new Browser(portal).request('POST', 'forgot', { email: email.toUpperCase() })
    expect([known.status, known.body]).toEqual([202, {}])
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(world.queue.jobs).toHaveLength(before + 1)
    expect(world.queue.jobs.at(-1)).toMatchObject({
      name: 'mail',
      data: { orgId: org.orgId, template: 'password-reset', to: { personId }, data: { app: 'web', minutes: 60 } },
    })
  })

  test('keeps only the hash of its token', async () => {
    const { email } = await addMember(world, org, { email: fresh() })
    await new Browser(portal).request('POST', 'forgot', { email })
    const token = mailedToken()
    expect(token).toMatch(/^\w{64}$/)
    const rows = await ownerRuns('select token_hash::text as hash from identity.password_resets')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'))
  })

  test('sets the password once and ends every session, in both apps', async () => {
    const { email } = await addMember(world, org, { email: fresh(), role: 'staff' })
    const phone = new Browser(portal)
    const desk = new Browser(console_)
    await phone.signIn(email)
    await desk.signIn(email)
    await new Browser(portal).request('POST', 'forgot', { email })
    const token = mailedToken()
    const reset = (password: string) => new Browser(portal).request('POST', 'reset', { token, password })
    // A refused password does not spend the token.
    expect(await reset('short')).toMatchObject({ status: 422, body: { code: 'password.short' } })
    expect(await reset('passwordpassword')).toMatchObject({ status: 422, body: { code: 'password.common' } })
    expect(await reset(email + email)).toMatchObject({ status: 422, body: { code: 'password.context' } })
    expect(await phone.session()).not.toBeNull()
    expect((await reset(NEW)).status).toBe(200)
    expect(await phone.session()).toBeNull()
    expect(await desk.session()).toBeNull()
    expect((await new Browser(portal).signIn(email)).status).toBe(401)
    expect((await new Browser(portal).signIn(email, NEW)).status).toBe(200)
    expect(await reset('eleven brown bears upstream')).toMatchObject({ status: 400, body: { code: 'reset.unusable' } })
  })

  test('ten uses of one token at once are one', async () => {
    const { email } = await addMember(world, org, { email: fresh() })
    await new Browser(portal).request('POST', 'forgot', { email })
    const token = mailedToken()
    const passwords = Array.from({ length: 10 }, (_, at) => `${NEW} ${at}`)
    const replies = await Promise.all(
      passwords.map((password) => new Browser(portal).request('POST', 'reset', { token, password })),
    )
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const winner = passwords[replies.findIndex((reply) => reply.status === 200)] ?? ''
    expect((await new Browser(portal).signIn(email, winner)).status).toBe(200)
  })

  test('does not work when expired, unknown, or when a newer one was used', async () => {
    const { email } = await addMember(world, org, { email: fresh() })
    await new Browser(portal).request('POST', 'forgot', { email })
    const first = mailedToken()
    await new Browser(portal).request('POST', 'forgot', { email })
    const second = mailedToken()
    expect(second).not.toBe(first)
    const reset = (token: string) => new Browser(portal).request('POST', 'reset', { token, password: NEW })
    expect((await reset(second)).status).toBe(200)
    expect((await reset(first)).status).toBe(400)
    expect((await reset('x'.repeat(64))).status).toBe(400)
    await new Browser(portal).request('POST', 'forgot', { email })
    await ownerRuns("update identity.password_resets set expires_at = now() - interval '1 second'")
    expect((await reset(mailedToken())).status).toBe(400)
  })
})

describe('an invitation', () => {
  const accept = (browser: Browser, token: string, more: object = {}) =>
    browser.request('POST', 'accept', { token, password: NEW, givenName: 'Mateo', familyName: 'Ibarra', ...more })

  test('shows who invites, and nothing where it is not open', async () => {
    const email = fresh()
    const token = await addInvitation(world, org, email, 'author')
    const view = await new Browser(portal).request('POST', 'invitation', { token })
    expect(view).toMatchObject({ status: 200, body: { orgName: 'One', email, role: 'author', hasAccount: false } })
    const other = await makeOrg(world, 'Elsewhere')
    const moved = token.replace(org.orgId, other.orgId)
    for (const bad of ['', 'x', `${org.orgId}.`, `${token}x`, moved, token.replace('.', '..')])
      expect(await new Browser(portal).request('POST', 'invitation', { token: bad })).toMatchObject({
        status: 400,
        body: { code: 'invitation.unusable' },
      })
  })

  test('makes account, person and role once, and signs in', async () => {
    const email = fresh()
    const token = await addInvitation(world, org, email, 'author')
    const browser = new Browser(console_)
    expect((await accept(browser, token, { password: 'short' })).status).toBe(422)
    expect((await accept(browser, token, { password: 'mateo.ibarra.mateo' })).body.code).toBe('password.context')
    expect((await accept(browser, token, { givenName: ' ' })).body.code).toBe('name.missing')
    expect(await accept(browser, token)).toMatchObject({ status: 200, body: { signedIn: true } })
    expect(await browser.session()).toMatchObject({
      orgName: 'One',
      personName: 'Mateo Ibarra',
      email,
      actor: { grants: [{ role: 'author', unitId: org.unitId }] },
    })
    expect((await accept(new Browser(console_), token)).status).toBe(400)
    expect((await new Browser(console_).signIn(email, NEW)).status).toBe(200)
  })

  test('accepted ten times at once makes one person', async () => {
    const email = fresh()
    const token = await addInvitation(world, org, email, null)
    const replies = await Promise.all(Array.from({ length: 10 }, () => accept(new Browser(portal), token)))
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const people = await ownerRuns(`select 1 from people where email = '${email}'`)
    expect(people).toHaveLength(1)
  })

  test('joins the account that the address has, by its password alone', async () => {
    const two = await makeOrg(world, 'Two')
    const { email, accountId } = await addMember(world, org, { email: fresh() })
    const token = await addInvitation(world, two, email, 'registrar')
    const view = await new Browser(console_).request('POST', 'invitation', { token })
    expect(view.body.hasAccount).toBe(true)
    expect(await accept(new Browser(console_), token)).toMatchObject({ status: 422, body: { code: 'password.wrong' } })
    const browser = new Browser(console_)
    expect((await accept(browser, token, { password: PASSWORD })).status).toBe(200)
    expect((await browser.session())?.actor).toMatchObject({ accountId, orgId: two.orgId })
    // The password stays what it was.
    expect(await new Browser(portal).signIn(email)).toMatchObject({ status: 200, body: { organisations: 2 } })
  })

  test('gives a person whom the organisation knows already the account and the role', async () => {
    const { email, personId } = await addMember(world, org, { email: fresh() })
    const token = await addInvitation(world, org, email, 'auditor')
    const browser = new Browser(console_)
    expect((await accept(browser, token, { password: PASSWORD })).status).toBe(200)
    expect((await browser.session())?.actor).toMatchObject({ personId, grants: [{ role: 'auditor' }] })
  })

  test('does not work when expired or withdrawn', async () => {
    const expired = await addInvitation(world, org, fresh(), null)
    await inOrg(
      world,
      org,
      "update invitations set expires_at = now() - interval '1 second' where accepted_at is null",
      [],
    )
    expect((await accept(new Browser(portal), expired)).status).toBe(400)
    const withdrawn = await addInvitation(world, org, fresh(), null)
    await inOrg(world, org, 'update invitations set withdrawn_at = now() where accepted_at is null', [])
    expect((await accept(new Browser(portal), withdrawn)).status).toBe(400)
  })

  test('opens nothing to an account that is disabled, and says no more than for a used one', async () => {
    const two = await makeOrg(world, 'Three')
    const { email } = await addMember(world, org, { email: fresh() })
    const token = await addInvitation(world, two, email, null)
    await ownerRuns(`update identity.accounts set disabled_at = now() where email = '${email}'`)
    for (const password of [PASSWORD, NEW])
      expect(await accept(new Browser(portal), token, { password })).toMatchObject({
        status: 400,
        body: { code: 'invitation.unusable' },
      })
    expect(await ownerRuns(`select 1 from people where email = '${email}'`)).toHaveLength(1)
  })

  test('two of one new address, accepted at once, make one account', async () => {
    const email = fresh()
    const orgs = [await makeOrg(world, 'Left'), await makeOrg(world, 'Right')]
    const tokens = await Promise.all(orgs.map((one) => addInvitation(world, one, email, null)))
    const replies = await Promise.all(tokens.map((token) => accept(new Browser(portal), token)))
    for (const reply of replies) expect([200, 400]).toContain(reply.status)
    expect(replies.some((reply) => reply.status === 200)).toBe(true)
    expect(await ownerRuns(`select 1 from identity.accounts where email = '${email}'`)).toHaveLength(1)
    // Who came second has an account by now, and joins with its password.
    for (const [at, token] of tokens.entries())
      if (replies[at]?.status !== 200) expect((await accept(new Browser(portal), token)).status).toBe(200)
    expect(await new Browser(portal).signIn(email, NEW)).toMatchObject({ status: 200, body: { organisations: 2 } })
  })

  test('in the console without a role makes the person and opens no session', async () => {
    const token = await addInvitation(world, org, fresh(), null)
    const browser = new Browser(console_)
    expect(await accept(browser, token)).toMatchObject({ status: 200, body: { signedIn: false } })
    expect(await browser.session()).toBeNull()
  })
})

describe('limits', () => {
  test('stop the eleventh try at an account in a minute, known or not, and say when to come back', async () => {
    const { email } = await addMember(world, org, { email: fresh() })
    const limited = await serveAuth(world, 'web', true)
    const restarted = await serveAuth(world, 'web', true)
    for (const address of [email, 'nobody@nowhere.example']) {
      const statuses: number[] = []
      for (let n = 0; n < 10; n++) statuses.push((await new Browser(limited).signIn(address, 'wrong')).status)
      expect(statuses).toEqual(Array(10).fill(401))
      // Another process, begun later, knows of them: even the right password waits.
      const reply = await new Browser(restarted).signIn(address)
      expect(reply).toMatchObject({ status: 429, body: { code: 'limit.reached' } })
      const wait = Number(reply.headers.get('retry-after'))
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(60)
    }
    await limited.close()
    await restarted.close()
  })

  test('a right password clears the count of its account', async () => {
    const { email } = await addMember(world, org, { email: fresh() })
    const limited = await serveAuth(world, 'web', true)
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 5; n++) expect((await new Browser(limited).signIn(email, 'wrong')).status).toBe(401)
      expect((await new Browser(limited).signIn(email)).status).toBe(200)
    }
    await limited.close()
  })

  test('stop one address that tries many accounts', async () => {
    const limited = await serveAuth(world, 'web', true)
    const statuses: number[] = []
    for (let n = 0; n < 31; n++)
      statuses.push((await new Browser(limited, 'one-address').signIn(`guess${n}@x.example`)).status)
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401))
    expect(statuses[30]).toBe(429)
    await limited.close()
  })

  test('hold an account after a hundred wrong passwords, and a reset lifts the hold', async () => {
    const { email } = await addMember(world, org, { email: fresh() })
    const limited = await serveAuth(world, 'web', true)
    await new Browser(limited).signIn(email, 'wrong')
    await ownerRuns("update app.rate_limits set points = 100 where key like 'sign-in-hold:%'")
    expect((await new Browser(limited).signIn(email)).status).toBe(429)
    await new Browser(limited).request('POST', 'forgot', { email })
    expect((await new Browser(limited).request('POST', 'reset', { token: mailedToken(), password: NEW })).status).toBe(
      200,
    )
    expect((await new Browser(limited).signIn(email, NEW)).status).toBe(200)
    await limited.close()
  })

  test('count by hash: no address of anybody is kept', async () => {
    const rows = await ownerRuns('select key from app.rate_limits')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/@|one-address/)
  })
})
