import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type AdminRouter, adminRouter, type PortalRouter, portalRouter } from '@gs/api'
import { createLimits, type Session } from '@gs/auth'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { createHttpServer, drain, listen, trpcRoute } from '@gs/runtime/http'
import { openFeed } from '@gs/services/calendar'
import { createOrganisation, type TestOrganisation, type TestPerson } from '@gs/services/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { calendarRoutes } from './calendar-routes.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const URL_WEB = 'http://localhost:3000'
let test: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let other: TestPerson
let administrator: TestPerson
const open: ReturnType<typeof createHttpServer>[] = []

const sessionOf = ({ context }: TestPerson): Session => ({
  actor: context.actor,
  orgName: 'North',
  orgIsDemo: false,
  orgTimeZone: 'UTC',
  personName: 'Ana',
  email: 'ana@example.org',
  unitId: org.north.id,
  unitPath: org.north.path,
  timeZone: 'UTC',
  organisations: [],
  expiresAt: '2099-01-01T00:00:00Z',
})

/** One instance of an app, as `serve` puts it together; the header `x-who` stands for the session's cookie. */
async function instance(router: PortalRouter | AdminRouter): Promise<string> {
  const limits = createLimits(test.database)
  const people = new Map([
    ['trainer', trainer],
    ['other', other],
    ['administrator', administrator],
  ])
  const server = createHttpServer({
    url: URL_WEB,
    trustProxy: 1,
    logger: silent,
    routes: [
      trpcRoute({
        router,
        logger: silent,
        createContext: async ({ request, requestId, ip }) => {
          const who = people.get(String(request.headers['x-who']))
          return { deps: trainer.context, session: who ? sessionOf(who) : null, requestId, ip, limits }
        },
      }),
    ],
    pages: async (_request, response) => void response.writeHead(404).end(),
  })
  await listen(server, 0)
  open.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(test.database)
  trainer = await org.person()
  other = await org.person()
  administrator = await org.person({ unit: 'root', roles: ['administrator'] })
})
afterAll(async () => {
  await Promise.all(open.map(drain))
  await test.drop()
})

interface Refused {
  readonly error: { readonly data: { readonly reason: string; readonly params: { readonly seconds: number } } }
}

async function expectTooMany(answer: Response, longest: number): Promise<void> {
  expect(answer.status).toBe(429)
  const { error } = (await answer.json()) as Refused
  expect(error.data.reason).toBe('limit.reached')
  const wait = Number(answer.headers.get('retry-after'))
  expect(wait).toBe(error.data.params.seconds)
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(longest)
}

describe('limits of calls', () => {
  it('look-ups of records by code: thirty a minute from one address, counted by all instances together', async () => {
    const [one, two] = [await instance(portalRouter), await instance(portalRouter)]
    const input = encodeURIComponent(JSON.stringify({ code: 'AAAA-BBBB-CCCC-DDDD-EEEE' }))
    const look = (base: string, address: string) =>
      fetch(`${base}/api/trpc/verify.record?input=${input}`, { headers: { 'x-forwarded-for': address } })
    const before = await Promise.all(Array.from({ length: 30 }, (_, n) => look(n % 2 ? one : two, '203.0.113.7')))
    for (const answer of before) expect(answer.status).not.toBe(429)
    await expectTooMany(await look(one, '203.0.113.7'), 60)
    await expectTooMany(await look(two, '203.0.113.7'), 60)
    await expectTooMany(await look(await instance(portalRouter), '203.0.113.7'), 60)
    expect((await look(one, '203.0.113.8')).status).not.toBe(429)
  })

  it('calls of one person: a hundred and twenty under way at once, and others are not kept waiting', async () => {
    const base = await instance(portalRouter)
    const profile = (who: string) => fetch(`${base}/api/trpc/account.profile`, { headers: { 'x-who': who } })
    expect((await profile('trainer')).status).toBe(200)
    const { pool } = test.database
    const held = await Promise.all(Array.from({ length: pool.options.max ?? 10 }, () => pool.connect()))
    const calls = Array.from({ length: 121 }, () => profile('trainer'))
    // None can end without a connection: exactly one finds no place.
    const first = await Promise.race(calls)
    await expectTooMany(first, 1)
    const others = profile('other')
    for (const client of held) client.release()
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    expect(statuses.filter((status) => status === 200)).toHaveLength(120)
    expect((await others).status).toBe(200)
    expect((await profile('trainer')).status).toBe(200)
  })

  it('fetches of one private calendar: sixty an hour, and of any from one address three hundred a minute', async () => {
    const limits = createLimits(test.database)
    const server = createHttpServer({
      url: URL_WEB,
      trustProxy: 1,
      logger: silent,
      routes: calendarRoutes({
        deps: { ...trainer.context, portal: URL_WEB },
        limits,
        callerFor: () => Promise.reject(new Error('a feed asks for no session')),
      }),
      pages: async (_request, response) => void response.writeHead(404).end(),
    })
    await listen(server, 0)
    open.push(server)
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const fetched = (path: string, address: string) =>
      fetch(`${base}${path}`, { headers: { 'x-forwarded-for': address } })
    const { path } = await openFeed(trainer.context, { key: randomUUID() })
    const { path: others } = await openFeed(other.context, { key: randomUUID() })
    for (let n = 0; n < 60; n++) expect((await fetched(path, `203.0.113.${n % 5}`)).status).toBe(200)
    const refused = await fetched(path, '203.0.113.9')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(3600)
    expect(await refused.text()).not.toContain('VCALENDAR')
    // Another person's program behind the same address is not kept out, until the address itself asks too much.
    expect((await fetched(others, '203.0.113.0')).status).toBe(200)
    for (let n = 0; n < 300; n++) await limits.consume('calendar-address', '203.0.113.20')
    const crowded = await fetched(others, '203.0.113.20')
    expect([crowded.status, Number(crowded.headers.get('retry-after')) <= 60]).toEqual([429, true])
    expect((await fetched(others, '203.0.113.21')).status).toBe(200)
  })

  it('invitations by mail: two hundred an hour by one person', async () => {
    const base = await instance(adminRouter)
    const invite = (n: number) =>
      fetch(`${base}/api/trpc/organizations.invite`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: URL_WEB, 'x-who': 'administrator' },
        body: JSON.stringify({
          key: randomUUID(),
          email: `new${n}@example.org`,
          givenName: 'New',
          familyName: 'Person',
          unitId: org.north.id,
          role: null,
          locale: 'en',
        }),
      })
    expect((await invite(0)).status).toBe(200)
    const { orgId, personId } = administrator.context.actor
    const limits = createLimits(test.database)
    for (let n = 1; n < 200; n++) expect(await limits.consume('mail', `${orgId} ${personId}`)).toBeUndefined()
    await expectTooMany(await invite(200), 3600)
  })
})
