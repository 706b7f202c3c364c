import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { ServiceContext } from '../kernel/index.ts'
import {
  addHolding,
  createOrganisation,
  createTestCourse,
  dayFrom,
  publishTestPack,
  type TestOrganisation,
} from '../testing/index.ts'
import { calendarOfToken, closeFeed, openFeed, ownFeed, personCalendar } from './index.ts'

let suite: TestDatabase
beforeAll(async () => {
  suite = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => suite.drop())

const TODAY = '2026-03-02'
const portal = 'https://learn.example.org'

interface Holder {
  readonly org: TestOrganisation
  readonly context: ServiceContext
  readonly file: () => Promise<string>
}

/** Somebody with a certification in its first cycle and a card. */
async function holder(): Promise<Holder> {
  const org = await createOrganisation(suite.database, TODAY)
  const place = { database: suite.database, orgId: org.orgId, today: dayFrom(TODAY) }
  await publishTestPack(place)
  const { personId, context } = await org.person()
  await suite.asOwner(
    `insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on)
     values ($1, $2, $3, 'cpr-aed', 'Heart House', '2026-01-10', '2028-01-31', true, '2026-01-10')`,
    [org.orgId, randomUUID(), personId],
  )
  await addHolding(place, { personId, issuedOn: dayFrom('2026-01-10'), expiresOn: dayFrom('2028-01-10') })
  return { org, context, file: () => personCalendar({ ...context, portal }, { orgId: org.orgId, personId }) }
}

/** The events of a file by what they are called: their identity, number and first day. */
function events(
  file: string,
): ReadonlyMap<string, { readonly uid: string; readonly sequence: number; readonly on: string }> {
  const unfolded = file.replaceAll('\r\n ', '')
  const value = (event: string, name: string) => new RegExp(`\r\n${name}[^:]*:([^\r]*)`).exec(event)?.[1] ?? ''
  return new Map(
    unfolded
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => [
        value(event, 'SUMMARY'),
        { uid: value(event, 'UID'), sequence: Number(value(event, 'SEQUENCE')), on: value(event, 'DTSTART') },
      ]),
  )
}

it('holds expiry, last day for credits, last day to renew and the end of the card, the same bytes until something changes', async () => {
  const { file } = await holder()
  const first = await file()
  const found = events(first)
  expect([...found].map(([title, { on }]) => [title, on])).toEqual([
    ['Expires: TB: Test certification', '20280110'],
    ['Last day to earn credits: TB: Test certification', '20280110'],
    ['Last day to renew: TB: Test certification', '20280110'],
    ['Card ends: CPR/AED', '20280131'],
  ])
  expect(new Set([...found.values()].map(({ uid }) => uid)).size).toBe(4)
  expect([...found.values()].every(({ sequence }) => sequence === 0)).toBe(true)
  expect(await file()).toBe(first)
})

it('keeps the identity of what changes and gives it the next number; the rest stays as it was', async () => {
  const { org, context, file } = await holder()
  const before = events(await file())
  await suite.asOwner(`update cards set valid_through = '2028-03-31' where person_id = $1`, [context.actor.personId])
  const after = events(await file())
  expect(after.get('Card ends: CPR/AED')).toEqual({
    uid: before.get('Card ends: CPR/AED')?.uid,
    sequence: 1,
    on: '20280331',
  })
  expect(after.get('Expires: TB: Test certification')).toEqual(before.get('Expires: TB: Test certification'))
  expect(org.jobs).toEqual([])
})

it('holds the days of learning and the finishes of an adopted plan, and another plan replaces them', async () => {
  const { org, context, file } = await holder()
  const course = await createTestCourse(suite.database, org.orgId, {
    credits: [{ packId: 'test-pack', amount: 1900 }],
  })
  const [planId, at] = [randomUUID(), [org.orgId, context.actor.personId] as const]
  await suite.asOwner(
    `insert into plans (org_id, id, person_id, version, status, as_of, until, minimise, outcome, bound, optimal, promised, adopted_on)
     values ($1, $3, $2, 1, 'adopted', '2026-03-02', '2028-01-10', '{waste}', '{}', '{}', true, '[]', '2026-03-02')`,
    [...at, planId],
  )
  await suite.asOwner(
    `insert into plan_items (org_id, plan_id, line, person_id, course_id, name, hours_thousandths, price_thousandths, owned,
       day, finish_from, finish_by, serves)
     values ($1, $3, 1, $2, $4, 'A course', 3000, 0, true, '2026-05-01', '2026-03-02', '2028-01-10', '[]')`,
    [...at, planId, course.courseId],
  )
  await suite.asOwner(
    `insert into study_blocks (org_id, plan_id, day, line, person_id, hours_thousandths) values ($1, $3, '2026-03-04', 1, $2, 1500)`,
    [...at, planId],
  )
  const titles = [...events(await file())]
  const study = titles.find(([title]) => title.startsWith('Learn: '))
  expect(study?.[0]).toMatch(/\(1\.5 h\)$/)
  expect(study?.[1].on).toBe('20260304')
  expect(titles.find(([title]) => title.startsWith('Finish: '))?.[1].on).toBe('20260501')
  expect((await file()).replaceAll('\r\n ', '')).toContain(
    'It gives the same from March 2\\, 2026 to January 10\\, 2028.',
  )
  await suite.asOwner("update people set locale = 'es' where id = $1", [context.actor.personId])
  expect([...events(await file()).keys()].find((title) => title.startsWith('Estudiar: '))).toMatch(/\(1\\,5 h\)$/)
  await suite.asOwner("update people set locale = 'en' where id = $1", [context.actor.personId])
  await suite.asOwner(`update plan_items set day = '2026-06-01' where plan_id = $1`, [planId])
  const moved = [...events(await file())].find(([title]) => title.startsWith('Finish: '))?.[1]
  expect(moved).toEqual({
    uid: titles.find(([title]) => title.startsWith('Finish: '))?.[1].uid,
    sequence: 2,
    on: '20260601',
  })
})

it('opens to whoever has the address, keeps only its hash, and to nobody after it is ended or made anew', async () => {
  const { org, context } = await holder()
  const deps = { ...context, portal }
  const fetched = (path: string) => calendarOfToken(deps, path.replace('/calendar/', '').replace('.ics', ''))
  expect(await ownFeed(context)).toEqual({ since: null })
  const { path } = await openFeed(context, { key: randomUUID() })
  expect(await fetched(path)).toContain('BEGIN:VCALENDAR')
  expect((await ownFeed(context)).since).not.toBeNull()
  const secret = path.split('.')[1] ?? ''
  const kept = await suite.asOwner<{ kept: string }>(
    `select (select jsonb_agg(f) from calendar_feeds f)::text || (select jsonb_agg(k) from command_keys k)::text
       || (select jsonb_agg(a) from audit_events a)::text as kept`,
  )
  expect(kept[0]?.kept).not.toContain(secret)

  const { path: second } = await openFeed(context, { key: randomUUID() })
  expect(await fetched(path)).toBeNull()
  expect(await fetched(second)).toContain('BEGIN:VCALENDAR')
  await closeFeed(context, { key: randomUUID() })
  for (const gone of [
    second,
    `/calendar/${org.orgId}.${'x'.repeat(32)}.ics`,
    '/calendar/nothing.ics',
    `/calendar/.${secret}.ics`,
  ])
    expect(await fetched(gone)).toBeNull()
})
