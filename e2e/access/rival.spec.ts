import { STAFF } from '../support/rooms.ts'
import { type Apps, expect, test } from '../support/test.ts'
import { type Visitor, visitor } from '../support/visitor.ts'
import { asRsc, raw } from './raw.ts'

/** Two organisations on one house: nothing crosses, by list, by page or by guessed id. */

const DEMO = 'Demo Academy'
const RIVAL = 'Rival Gym'
const appsOf = (): Apps => ({ portal: process.env.E2E_WEB ?? '', console: process.env.E2E_ADMIN ?? '' })

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every list of the console, so far as this person may see it, as one text. */
async function everythingListed(one: Visitor): Promise<string> {
  const asked: readonly (readonly [string, unknown?])[] = [
    ['session.me'],
    ['people.search', { page: 1 }],
    ['people.search', { page: 2 }],
    ['compliance.options'],
    ['compliance.overview', {}],
    ['compliance.list', { page: 1 }],
    ['courses.list'],
    ['organizations.members', { show: 'all', page: 1 }],
    ['organizations.units'],
    ['organizations.invitations'],
    ['organizations.sessions'],
    ['organizations.mails', { page: 1 }],
    ['renewals.list', { filter: 'waiting', page: 1 }],
    ['renewals.list', { filter: 'decided', page: 1 }],
    ['reviews.queue', { page: 1 }],
    ['trail.events', { page: 1 }],
    ['trail.ledger', { page: 1 }],
  ]
  const answers: string[] = []
  for (const [path, input] of asked) {
    const suffix = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    const answer = await one.request.get(`${one.app}/api/trpc/${path}${suffix}`)
    if (answer.ok()) answers.push(await answer.text())
    else expect([403], path).toContain(answer.status())
  }
  return answers.join('\n')
}

const idsIn = (text: string): ReadonlySet<string> => new Set(text.match(UUID) ?? [])

test('no list of one organisation holds an id or an address of the other', async () => {
  const { console: app } = appsOf()
  const rival = await visitor(app, 'admin@rival.test')
  const rivals = await everythingListed(rival)
  let demos = ''
  for (const email of Object.values(STAFF)) {
    const one = await visitor(app, email)
    demos += await everythingListed(one)
    await one.leave()
  }
  expect(idsIn(demos).size).toBeGreaterThan(200)
  expect(idsIn(rivals).size).toBeGreaterThan(50)
  // The one account that belongs to both is a person of its own in each.
  expect([...idsIn(demos)].filter((id) => idsIn(rivals).has(id))).toEqual([])
  expect(rivals).not.toMatch(/(trainer|registrar|staff|author|auditor|admin)@demo\.test/)
  expect(demos).not.toMatch(/@rival\.test/)
  expect(demos).not.toContain('Rivalson')
  await rival.leave()
})

test('who holds every role there finds nothing here by guessed id, in pages, data, calls and files', async () => {
  const { console: app } = appsOf()
  const registrar = await visitor(app, STAFF.registrar)
  const author = await visitor(app, STAFF.author)
  const rival = await visitor(app, 'admin@rival.test')
  const { rows } = await registrar.api.query<{ rows: readonly { id: string; name: string; email: string }[] }>(
    'people.search',
    { page: 1 },
  )
  const renewals = await registrar.api.query<{ rows: readonly { renewalId: string }[] }>('renewals.list', {
    filter: 'decided',
    page: 1,
  })
  const [course] = await author.api.query<readonly { id?: string; courseId?: string }[]>('courses.list')
  const person = rows[0] ?? { id: '', name: '', email: '' }
  const renewalId = renewals.rows[0]?.renewalId
  const courseId = course?.courseId ?? course?.id
  const cookie = await rival.cookie()
  for (const path of [
    `/people/${person.id}`,
    `/people/${person.id}?show=ledger`,
    `/awards/${person.id}`,
    `/settings/people/${person.id}`,
    `/renewals/${renewalId}`,
    `/courses/${courseId}`,
  ]) {
    const page = await raw(app, { path, cookie })
    expect(page.status, path).toBe(404)
    for (const { text } of [page, await asRsc(app, { path, cookie })]) {
      expect(text.includes(person.email), path).toBe(false)
      expect(text.includes(person.name), path).toBe(false)
    }
  }
  for (const [path, input] of [
    ['people.get', { personId: person.id }],
    ['people.ledger', { personId: person.id }],
    ['people.records', { personId: person.id }],
    ['awards.options', { personId: person.id }],
    ['organizations.member', { personId: person.id }],
    ['renewals.show', { renewalId }],
    ['courses.draft', { courseId }],
  ] as const) {
    const answer = await rival.request.get(`${app}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`)
    expect(answer.status(), path).toBe(404)
  }
  for (const one of [registrar, author, rival]) await one.leave()
})

test('who belongs to both sees each alone, and what is theirs in one is nothing in the other', async () => {
  const { portal } = appsOf()
  const here = await visitor(portal, 'both@demo.test', DEMO)
  const there = await visitor(portal, 'both@demo.test', RIVAL)
  const seen = async (one: Visitor) => {
    const me = await one.api.query<{ personId: string; organisation: { name: string } }>('session.me')
    const standing = JSON.stringify(await one.api.query('standing.page'))
    const courses = JSON.stringify(await one.api.query('courses.catalogue'))
    return { name: me.organisation.name, personId: me.personId, ids: idsIn(standing + courses) }
  }
  const [inDemo, inRival] = [await seen(here), await seen(there)]
  expect([inDemo.name, inRival.name]).toEqual([DEMO, RIVAL])
  expect(inDemo.personId).not.toBe(inRival.personId)
  expect([...inDemo.ids].filter((id) => inRival.ids.has(id))).toEqual([])

  const { enrollmentId } = await there.api.mutate<{ enrollmentId: string }>('enrollments.start', {
    courseId: (await there.api.query<readonly { id: string; code: string }[]>('courses.catalogue')).find(
      ({ code }) => code === 'PES',
    )?.id,
  })
  const path = `/learn/study/${enrollmentId}`
  expect((await raw(portal, { path, cookie: await there.cookie() })).status).toBe(200)
  expect((await raw(portal, { path, cookie: await here.cookie() })).status).toBe(404)
  for (const one of [here, there]) await one.leave()
})

test('nobody switches into an organisation that they do not belong to', async () => {
  const { portal } = appsOf()
  const both = await visitor(portal, 'both@demo.test')
  const me = await both.api.query<{ organisations: readonly { orgId: string; name: string }[] }>('session.me')
  const rival = me.organisations.find(({ name }) => name === RIVAL)
  const trainer = await visitor(portal, 'trainer@demo.test')
  expect(await trainer.auth('switch', { orgId: rival?.orgId })).toEqual({
    status: 404,
    body: { code: 'organisation.unknown' },
  })
  expect((await trainer.api.query<{ organisation: { name: string } }>('session.me')).organisation.name).toBe(DEMO)
  for (const one of [both, trainer]) await one.leave()
})
