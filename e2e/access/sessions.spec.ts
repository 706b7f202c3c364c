import { newTrainer } from '../support/newcomer.ts'
import { STAFF } from '../support/rooms.ts'
import { type Apps, expect, PASSWORD, test } from '../support/test.ts'
import { signInAs, stranger, type Visitor, visitor } from '../support/visitor.ts'
import { raw } from './raw.ts'

/** Sign-in, sessions and the door of both servers, over HTTP as a program would try them. */

const appsOf = (): Apps => ({ portal: process.env.E2E_WEB ?? '', console: process.env.E2E_ADMIN ?? '' })

const tryToSignIn = async (app: string, email: string, password: string) => {
  const one = await stranger(app)
  const { csrfToken } = (await (await one.request.get(`${app}/api/auth/csrf`)).json()) as { csrfToken: string }
  const begun = performance.now()
  const answer = await one.auth('callback/credentials', { email, password, csrfToken })
  const took = performance.now() - begun
  await one.leave()
  return { ...answer, took }
}

test('an address that is unknown is answered like a wrong password, after the same work', async () => {
  const { portal } = appsOf()
  const known = []
  const unknown = []
  for (let round = 0; round < 7; round++) {
    known.push(await tryToSignIn(portal, 'trainer@demo.test', 'wrong password of some length'))
    unknown.push(await tryToSignIn(portal, `nobody-${round}@demo.test`, 'wrong password of some length'))
  }
  for (const { status, body } of [...known, ...unknown])
    expect({ status, body }).toEqual({ status: 401, body: { code: 'sign-in.refused' } })
  // Without the decoy the unknown would be answered many times faster. The quickest of each has waited for nobody.
  const quickest = (tries: readonly { readonly took: number }[]): number => Math.min(...tries.map(({ took }) => took))
  expect(quickest(unknown)).toBeGreaterThan(quickest(known) / 2)
})

test('a forgotten password of nobody is answered like that of somebody', async () => {
  const { portal, console: console_ } = appsOf()
  for (const app of [portal, console_]) {
    const one = await stranger(app)
    const answers = []
    for (const email of ['auditor@demo.test', 'nobody@demo.test', 'not an address'])
      answers.push(await one.auth('forgot', { email }))
    expect(answers.slice(0, 2)).toEqual([
      { status: 202, body: {} },
      { status: 202, body: {} },
    ])
    await one.leave()
  }
})

/** What somebody gets for a call and a page with the session they have. */
async function reached(one: Visitor): Promise<{ readonly api: number; readonly page: number }> {
  const cookie = await one.cookie()
  const path = one.app === appsOf().portal ? '/credits' : '/compliance'
  return {
    api: (await raw(one.app, { path: '/api/trpc/session.me', cookie })).status,
    page: (await raw(one.app, { path, cookie })).status,
  }
}

test('sessions ended, a role withdrawn and a suspension hold from the next request on', async () => {
  test.slow()
  const apps = appsOf()
  const trainer = await newTrainer({ ...apps, unit: 'Harbour Club' })
  const admin = await visitor(apps.console, STAFF.administrator)
  const { personId } = await trainer.api.query<{ personId: string }>('session.me')
  expect(await reached(trainer)).toEqual({ api: 200, page: 200 })

  await admin.api.mutate('organizations.endSessions', { personId })
  expect(await reached(trainer)).toEqual({ api: 401, page: 307 })

  const units = await admin.api.query<readonly { id: string; name: string }[]>('organizations.units')
  const unitId = units.find(({ name }) => name === 'Harbour Club')?.id
  const { grantId } = await admin.api.mutate<{ grantId: string }>('organizations.giveRole', {
    personId,
    role: 'staff',
    unitId,
  })
  const staff = await stranger(apps.console)
  await signInAs(staff, trainer.email, trainer.password)
  expect(await reached(staff)).toEqual({ api: 200, page: 200 })
  await admin.api.mutate('organizations.withdrawRole', { grantId })
  expect((await reached(staff)).page).toBe(404)
  expect((await raw(apps.console, { path: '/api/trpc/compliance.options', cookie: await staff.cookie() })).status).toBe(
    403,
  )

  await signInAs(trainer, trainer.email, trainer.password)
  expect(await reached(trainer)).toEqual({ api: 200, page: 200 })
  await admin.api.mutate('organizations.suspend', { personId, reason: 'Asked for' })
  expect(await reached(trainer)).toEqual({ api: 401, page: 307 })
  const { status, body } = await tryToSignIn(apps.portal, trainer.email, trainer.password)
  expect({ status, body }).toEqual({ status: 401, body: { code: 'sign-in.refused' } })
  for (const one of [trainer, staff, admin]) await one.leave()
})

test('a session is of one app, is new with every sign-in, and is nothing after signing out', async () => {
  const apps = appsOf()
  const one = await visitor(apps.console, STAFF.registrar)
  const first = await one.cookie()
  expect(await reached({ ...one, app: apps.console })).toEqual({ api: 200, page: 200 })
  // The sealed value under the other app's name opens nothing there.
  const value = /(?:^|; )gs_admin=([^;]+)/.exec(first)?.[1] ?? ''
  expect(value.length).toBeGreaterThan(20)
  expect((await raw(apps.portal, { path: '/api/trpc/session.me', cookie: `gs_web=${value}` })).status).toBe(401)

  await signInAs(one, STAFF.registrar)
  const second = await one.cookie()
  expect(/(?:^|; )gs_admin=([^;]+)/.exec(second)?.[1]).not.toBe(value)
  expect((await raw(apps.console, { path: '/api/trpc/session.me', cookie: first })).status).toBe(401)

  const { csrfToken } = (await (await one.request.get(`${apps.console}/api/auth/csrf`)).json()) as { csrfToken: string }
  await one.auth('signout', { csrfToken })
  expect((await raw(apps.console, { path: '/api/trpc/session.me', cookie: second })).status).toBe(401)
  await one.leave()
})

test('the session cookie is out of reach of scripts and other sites', async () => {
  const apps = appsOf()
  for (const [app, name] of [
    [apps.portal, 'gs_web'],
    [apps.console, 'gs_admin'],
  ] as const) {
    const one = await stranger(app)
    const { csrfToken } = (await (await one.request.get(`${app}/api/auth/csrf`)).json()) as { csrfToken: string }
    const answer = await one.request.post(`${app}/api/auth/callback/credentials`, {
      headers: { Origin: app },
      data: { email: 'admin@rival.test', password: PASSWORD, csrfToken },
    })
    const lines = answer.headersArray().filter((header) => header.name.toLowerCase() === 'set-cookie')
    const session = lines.find(({ value }) => value.startsWith(`${name}=`))?.value ?? ''
    expect(session).toMatch(/; HttpOnly/i)
    expect(session).toMatch(/; SameSite=Lax/i)
    expect(session).toMatch(/; Path=\/(;|$)/i)
    expect(session).not.toMatch(/; Domain=/i)
    await one.leave()
  }
})

test('nothing is changed from another site, nor by whoever hides where they come from', async () => {
  const apps = appsOf()
  for (const app of [apps.portal, apps.console]) {
    const one = await visitor(app, 'admin@rival.test')
    const cookie = await one.cookie()
    const origins = [
      undefined,
      'null',
      'https://evil.example',
      `${app}.evil.example`,
      app === apps.portal ? apps.console : apps.portal,
    ]
    const ways = ['/api/trpc/account.setPreferences', '/api/auth/signout', '/api/auth/switch', '/files/evidence']
    for (const origin of origins)
      for (const path of ways) {
        const headers = { 'content-type': 'application/json', ...(origin ? { origin } : {}) }
        const { status } = await raw(app, { path, method: 'POST', cookie, headers })
        expect(status, `${path} from ${origin}`).toBe(403)
      }
    expect((await raw(app, { path: '/api/trpc/session.me', cookie })).status).toBe(200)
    // A mutation is no plain read, whatever the method says.
    const asGet = await raw(app, { path: '/api/trpc/account.setPreferences?input=%7B%7D', cookie })
    expect(asGet.status).toBe(405)
    await one.leave()
  }
})

test('every kind of answer carries the security headers', async () => {
  const apps = appsOf()
  const paths = [
    '/',
    '/sign-in',
    '/nothing-here',
    '/api/trpc/session.me',
    '/api/trpc/nothing',
    '/api/auth/csrf',
    '/api/auth/nothing',
  ]
  for (const app of [apps.portal, apps.console])
    for (const path of [...paths, '/files/evidence/00000000-0000-7000-8000-000000000000', '/healthz', '/verify/X']) {
      const { headers, status } = await raw(app, { path })
      expect(status, path).toBeLessThan(500)
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'private, no-store',
      })
      expect(String(headers['content-security-policy']), path).toMatch(/frame-ancestors 'none'|default-src 'none'/)
      expect(String(headers['content-security-policy']), path).not.toMatch(/script-src[^;]*unsafe/)
      expect(headers['x-powered-by'], path).toBeUndefined()
    }
})

test('bodies and batches have their limits', async () => {
  const { portal } = appsOf()
  const one = await visitor(portal, 'trainer@rival.test')
  const cookie = await one.cookie()
  // Refused by the declared length alone, so nothing is sent after it: a body would be cut off in the middle.
  const declare = async (path: string, bytes: number, headers: Record<string, string> = {}) =>
    (
      await raw(portal, {
        path,
        method: 'POST',
        cookie,
        headers: { Origin: portal, 'Content-Type': 'application/json', ...headers, 'Content-Length': String(bytes) },
      })
    ).status
  expect(await declare('/api/trpc/account.setPreferences', 1_000_001)).toBe(413)
  expect(await declare('/api/auth/forgot', 70_000)).toBe(413)
  expect(
    await declare('/files/evidence', 10 * 1024 * 1024 + 1, {
      'Content-Type': 'application/octet-stream',
      'X-Command-Key': 'too-large-a-file',
      'X-File-Name': 'x.pdf',
    }),
  ).toBe(413)
  const long = await one.request.post(`${portal}/api/auth/forgot`, {
    headers: { Origin: portal, 'Content-Type': 'application/json' },
    data: Buffer.alloc(20_000, ' '),
  })
  expect(long.status()).toBe(413)
  const batch = (calls: number) =>
    one.request
      .get(`${portal}/api/trpc/${Array.from({ length: calls }, () => 'session.me').join(',')}?batch=1&input=%7B%7D`)
      .then((answer) => answer.status())
  expect(await batch(20)).toBe(200)
  expect(await batch(21)).toBe(400)
  await one.leave()
})

test('malformed calls are refused, never answered with a fault, and change no prototype', async () => {
  const { portal } = appsOf()
  const one = await visitor(portal, 'trainer@rival.test')
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
  const inputs = [
    '{"__proto__":{"polluted":true},"code":"CES"}',
    '{"constructor":{"prototype":{"polluted":true}},"code":"CES"}',
    '{"code":1e400}',
    '{"code":-0}',
    '{"code":"\\ud800"}',
    '{"code":"a","code":"CES","code":{}}',
    '{"json":{"code":"CES"},"meta":{"values":{"code":["Date"]}}}',
    deep,
    'not json',
    '',
    'null',
  ]
  for (const input of inputs) {
    const { status } = await one.request
      .post(`${portal}/api/trpc/enrollments.start`, {
        headers: { Origin: portal, 'Content-Type': 'application/json' },
        data: Buffer.from(input),
      })
      .then((answer) => ({ status: answer.status() }))
    expect(status, input.slice(0, 60)).toBeGreaterThanOrEqual(400)
    expect(status, input.slice(0, 60)).toBeLessThan(500)
  }
  for (const path of [
    'nothing.here',
    '__proto__',
    'constructor',
    'session',
    'session.me.toString',
    '%00',
    'session%2fme',
  ]) {
    const { status } = await raw(portal, { path: `/api/trpc/${path}`, cookie: await one.cookie() })
    expect(status, path).toBe(404)
  }
  expect(await one.api.query<Record<string, unknown>>('session.me')).not.toHaveProperty('polluted')
  await one.leave()
})
