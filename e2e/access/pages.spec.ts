import { ROLE_PERMISSIONS } from '@gs/domain/organizations'
import { consoleIds as idsOf } from '../support/console-ids.ts'
import { TODAY } from '../support/global-setup.ts'
import { permissionFor, STAFF } from '../support/rooms.ts'
import { type Fillings, fill, type PageRoute, pageRoutes } from '../support/routes.ts'
import { type Apps, expect, test } from '../support/test.ts'
import { type Visitor, visitor } from '../support/visitor.ts'
import { type Belongings, settle } from './belongings.ts'
import { BYPASSES } from './bypasses.ts'
import { asRsc, type RawAnswer, raw } from './raw.ts'

/** Every page of both apps, asked for by people who may not see it: as a page, as data for the router, and in disguise. */

const PORTAL = pageRoutes('web')
const CONSOLE = pageRoutes('admin')

/** In the south: out of reach of the demo's compliance staff, who is of the north. */
const VICTIM = { email: 'both@demo.test', familyName: 'Twohouse' }
let victim: Visitor
let things: Belongings
let portalIds: Fillings
let consoleIds: Fillings

const appsOf = (): Apps => ({ portal: process.env.E2E_WEB ?? '', console: process.env.E2E_ADMIN ?? '' })

test.beforeAll(async () => {
  const apps = appsOf()
  victim = await visitor(apps.portal, VICTIM.email, 'Demo Academy')
  things = await settle(victim, TODAY)
  portalIds = {
    '/credentials/[code]': 'NASM-CPT',
    '/learn/[code]': 'CES',
    '/learn/quiz/[attemptId]': things.openAttemptId,
    '/learn/quiz/[attemptId]/result': things.closedAttemptId,
    '/learn/study/[enrollmentId]': things.enrollmentId,
    '/records/[id]': things.recordId,
    '/standing/[holdingId]': things.holdingId,
    // Whether a token is genuine is judged where it is used: the page itself opens for any that names a kind.
    '/unsubscribe/[token]': 'organisation.person.card.seal',
    '/verify/[code]': things.recordCode,
  }
  consoleIds = await idsForConsole(apps)
})
test.afterAll(() => victim?.leave())

async function idsForConsole(apps: Apps): Promise<Fillings> {
  const registrar = await visitor(apps.console, STAFF.registrar)
  const author = await visitor(apps.console, STAFF.author)
  const administrator = await visitor(apps.console, STAFF.administrator)
  const ids = await idsOf({ registrar, author, administrator }, things)
  for (const one of [registrar, author, administrator]) await one.leave()
  return ids
}

/** What must not stand in an answer to somebody who may not see the victim. Ids in the address come back in it. */
function told({ text }: RawAnswer, path: string): readonly string[] {
  const { personId, recordId, recordCode, fileId, submissionId, openAttemptId, closedAttemptId } = things
  const ids = [personId, recordId, recordCode, fileId, submissionId, openAttemptId, closedAttemptId]
  return [VICTIM.familyName, VICTIM.email, ...ids.filter((id) => !path.includes(id))].filter((canary) =>
    text.includes(canary),
  )
}

const asPath = ({ pattern }: PageRoute, ids: Fillings): string => fill(pattern, ids)

test('nobody gets past the sign-in, in whatever disguise', async () => {
  test.setTimeout(480_000)
  const apps = appsOf()
  const faults: string[] = []
  for (const [base, routes, ids] of [
    [apps.portal, PORTAL, portalIds],
    [apps.console, CONSOLE, consoleIds],
  ] as const)
    for (const route of routes.filter(({ behindSignIn }) => behindSignIn)) {
      const path = asPath(route, ids)
      for (const [name, disguise] of Object.entries(BYPASSES)) {
        const asked = disguise(path)
        const answer = await raw(base, asked)
        const leaks = told(answer, asked.path)
        if (leaks.length > 0) faults.push(`${base}${path} as ${name}: tells ${leaks.join(', ')}`)
        if (answer.status >= 500) faults.push(`${base}${path} as ${name}: ${answer.status}`)
        const isPage = String(answer.headers['content-type']).startsWith('text/html')
        if (isPage && answer.status === 200 && !answer.text.includes('type="password"'))
          faults.push(`${base}${path} as ${name}: a page with status 200`)
        if (isPage && answer.headers['cache-control'] !== 'private, no-store')
          faults.push(`${base}${path} as ${name}: may be cached`)
      }
      const data = await asRsc(base, { path })
      if (told(data, path).length > 0) faults.push(`${base}${path} as data: tells ${told(data, path).join(', ')}`)
    }
  expect(faults).toEqual([])
})

test('another trainer finds nothing at the addresses of the victim’s things', async () => {
  const apps = appsOf()
  const own = PORTAL.filter(
    ({ pattern, behindSignIn }) => behindSignIn && /\[(attemptId|enrollmentId|id)\]/.test(pattern),
  )
  expect(own.length).toBeGreaterThanOrEqual(4)
  for (const email of ['trainer@demo.test', 'trainer@rival.test']) {
    const other = await visitor(apps.portal, email)
    const cookie = await other.cookie()
    for (const route of own) {
      const path = asPath(route, portalIds)
      for (const answer of [
        await raw(apps.portal, { path, cookie }),
        await raw(apps.portal, { path, cookie, method: 'HEAD' }),
        await asRsc(apps.portal, { path, cookie }),
      ]) {
        expect(told(answer, path), `${email} at ${path}`).toEqual([])
        expect(answer.headers['cache-control']).toBe('private, no-store')
      }
      expect((await raw(apps.portal, { path, cookie })).status, `${email} at ${path}`).toBe(404)
    }
    await other.leave()
  }
})

test('the victim sees every page of the portal, and no cache may keep one', async () => {
  const { portal } = appsOf()
  const cookie = await victim.cookie()
  for (const route of PORTAL) {
    const path = asPath(route, portalIds)
    const page = await raw(portal, { path, cookie })
    expect([200, 307], `${path} answers ${page.status}`).toContain(page.status)
    if (route.behindSignIn) expect(page.status, path).toBe(200)
    expect(page.headers['cache-control'], path).toBe('private, no-store')
    expect((await asRsc(portal, { path, cookie })).headers['cache-control'], path).toBe('private, no-store')
  }
})

for (const [role, email] of Object.entries(STAFF))
  test(`the ${role} enters the rooms of that role and no others`, async () => {
    const apps = appsOf()
    const one = await visitor(apps.console, email)
    const cookie = await one.cookie()
    const may = ROLE_PERMISSIONS[role as keyof typeof STAFF]
    // A person of another region, and a plan of the whole organisation.
    const beyondRegion = [things.personId, consoleIds['/planning/[runId]'] ?? things.personId]
    for (const route of CONSOLE.filter(({ behindSignIn }) => behindSignIn)) {
      const path = asPath(route, consoleIds)
      const needs = permissionFor(route.pattern)
      const outOfReach = role === 'staff' && beyondRegion.some((id) => path.includes(id))
      const open = (needs === undefined || may.includes(needs)) && !outOfReach
      const page = await raw(apps.console, { path, cookie })
      expect(page.headers['cache-control'], path).toBe('private, no-store')
      expect(page.status, `${role} at ${path}`).toBe(open ? (path === '/' ? 307 : 200) : 404)
      if (open) continue
      expect(told(page, path), `${role} at ${path}`).toEqual([])
      expect(told(await asRsc(apps.console, { path, cookie }), path), `${role} at ${path} as data`).toEqual([])
    }
    await one.leave()
  })

test('lists of the compliance staff hold nobody of another region', async () => {
  const apps = appsOf()
  const one = await visitor(apps.console, STAFF.staff)
  const cookie = await one.cookie()
  const name = encodeURIComponent(VICTIM.familyName)
  for (const path of [`/people?search=${name}`, `/compliance/list?name=${name}`, '/compliance', '/people?page=2']) {
    for (const answer of [await raw(apps.console, { path, cookie }), await asRsc(apps.console, { path, cookie })]) {
      // What was typed stands in the search field; the address, and only the address, is theirs.
      expect(answer.text.includes(VICTIM.email), path).toBe(false)
      expect(answer.text.includes(things.personId), path).toBe(false)
    }
  }
  await one.leave()
})

test('files are for their owner and whoever decides on them', async () => {
  const apps = appsOf()
  const evidence = `/files/evidence/${things.fileId}`
  const certificate = `/files/records/${things.recordId}.pdf`
  const statusOf = async (base: string, path: string, email?: string): Promise<number> => {
    if (!email) return (await raw(base, { path })).status
    const one = await visitor(base, email)
    const { status } = await raw(base, { path, cookie: await one.cookie() })
    await one.leave()
    return status
  }
  for (const path of [evidence, certificate]) {
    expect((await raw(apps.portal, { path, cookie: await victim.cookie() })).status, path).toBe(200)
    expect(await statusOf(apps.portal, path), path).toBe(401)
    for (const email of ['trainer@demo.test', 'trainer@rival.test', 'registrar@demo.test'])
      expect(await statusOf(apps.portal, path, email), `${email} at ${path}`).toBe(404)
  }
  expect(await statusOf(apps.console, evidence)).toBe(401)
  expect(await statusOf(apps.console, evidence, STAFF.registrar)).toBe(200)
  for (const email of [STAFF.staff, STAFF.author, STAFF.auditor, STAFF.administrator, 'admin@rival.test'])
    expect(await statusOf(apps.console, evidence, email), `${email} at ${evidence}`).toBe(404)
  const file = await raw(apps.portal, { path: evidence, cookie: await victim.cookie() })
  expect(file.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringContaining('attachment'),
  })
})

test('a stranger with the code learns what the record says, and no more', async () => {
  const { portal } = appsOf()
  const path = `/verify/${things.recordCode}`
  const page = await raw(portal, { path })
  expect(page.status).toBe(200)
  expect(page.text).toContain(VICTIM.familyName)
  const json = await raw(portal, { path, headers: { accept: 'application/json' } })
  expect(JSON.parse(json.text)).toMatchObject({ valid: true, code: things.recordCode })
  for (const { text } of [page, json, await asRsc(portal, { path })])
    for (const hidden of [VICTIM.email, things.personId, things.recordId])
      expect(text.includes(hidden), hidden).toBe(false)
})
