import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { addDays, type Day, formatDay } from '@gs/domain'
import { AIMS } from '@gs/domain/planner'
import type { Mail, ServiceContext } from '@gs/services'
import { deliverMail } from '@gs/services/notifications'
import { listMails, readMail } from '@gs/services/organizations'
import { adoptPlan, proposePlan, readPlanPage, reflowPlan } from '@gs/services/plans'
import { declineReminders, sendOwedReminders } from '@gs/services/reminders'
import {
  addHolding,
  createOrganisation,
  createTestCourse,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
  testCourseBody,
} from '@gs/services/testing'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { openQueue, type Queue } from './queue.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const START = dayFrom('2026-03-02')
const urls = { web: 'https://learn.example.org', admin: 'https://desk.example.org' }

let suite: TestDatabase
let queue: Queue
beforeAll(async () => {
  suite = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  queue = await openQueue({ url: suite.appUrl, log: silent, worker: false })
})
afterAll(async () => {
  await queue.stop()
  await suite.drop()
})

let org: TestOrganisation
let person: TestPerson
let sent: Mail[]
beforeEach(async () => {
  org = await createOrganisation(suite.database, formatDay(START))
  await suite.asOwner('update organizations set is_demo = true where org_id = $1', [org.orgId])
  // Nobody sleeps here: what is owed goes out at any hour.
  await suite.asOwner(
    'insert into reminder_settings (org_id, ceiling, quiet_from, quiet_until) values ($1, 50, 0, 0)',
    [org.orgId],
  )
  const place = { database: suite.database, orgId: org.orgId, today: START }
  await publishTestPack(place)
  for (const code of ['FIRST', 'SECOND'])
    await createTestCourse(suite.database, org.orgId, {
      body: { ...testCourseBody(code), hours: 40 },
      credits: [{ packId: TEST_PACK.id, amount: 1900 }],
    })
  person = await org.person({ name: 'Noor' })
  await addHolding(place, {
    personId: person.personId,
    issuedOn: dayFrom('2026-01-15'),
    expiresOn: dayFrom('2028-01-15'),
  })
  sent = []
})

const contextOn = (day: Day, of = person): ServiceContext => ({
  ...of.context,
  queue,
  clock: { today: () => day, now: () => new Date(`${formatDay(day)}T12:00:00Z`) },
})

/** The hour's run of the job on a day. */
const remind = (day: Day) => sendOwedReminders(contextOn(day))

/** Does what the worker does with the mail jobs that stand in the queue for this person. */
async function deliver(): Promise<void> {
  const jobs = await suite.asOwner<{ id: string; data: unknown }>(
    `delete from pgboss.job where name = 'mail' and data->'to'->>'personId' = $1 returning id, data`,
    [person.personId],
  )
  const { database, clock, ids, logger } = person.context
  const mailer = { send: async (mail: Mail) => void sent.push(mail) }
  for (const { data } of jobs)
    await deliverMail({ database, clock, ids, logger, urls, mailer, secret: 'of-the-tests' }, data)
}

/** What the mail view shows of this person's mails. */
async function inMailView(): Promise<readonly (readonly [kind: string, state: string, subject: string])[]> {
  const { email } = await suite
    .asOwner<{ email: string }>('select email from people where id = $1', [person.personId])
    .then(([row]) => row ?? { email: '' })
  const administrator = (await org.person({ unit: 'root', roles: ['administrator'] })).context
  const { mails } = await listMails(administrator, { page: 1 })
  const own = mails.filter(({ recipient }) => recipient === email)
  const read = own.map(({ id }) => readMail({ ...administrator, mailBodies: true }, id))
  return (await Promise.all(read)).map(({ kind, state, subject }) => [kind, state, subject] as const)
}

/** Adopts the planner's proposal on the first day. */
async function adopted(): Promise<void> {
  const wanted = { minimise: AIMS, cycles: 2, pinned: [], excluded: [] }
  const { revision } = await proposePlan(contextOn(START), { key: randomUUID(), revision: null, ...wanted })
  await adoptPlan(contextOn(START), { key: randomUUID(), revision })
}

/** From the next day on the rules ask for more than the plan earns. */
async function askForMore(): Promise<void> {
  const body = {
    ...TEST_PACK,
    version: 2,
    rules: TEST_PACK.rules.map((rule) => (rule.id === 'required' ? { ...rule, amount: '3.0' } : rule)),
  }
  await suite.asOwner(
    `insert into rule_packs (org_id, pack_id, version, effective_from, known_on, body) values ($1, $2, 2, '2026-01-01', $3, $4)`,
    [org.orgId, TEST_PACK.id, formatDay(addDays(START, 1)), JSON.stringify(body)],
  )
}

it('a plan that a rule change breaks: one mail that names the credential, and no second', async () => {
  await adopted()
  expect(await remind(START)).toEqual({ sent: 0, held: 0 })
  await askForMore()
  expect(await remind(START)).toEqual({ sent: 0, held: 0 })
  const day = addDays(START, 1)
  expect((await readPlanPage(contextOn(day))).adopted?.plan.feasible).toBe(false)
  expect(await remind(day)).toEqual({ sent: 1, held: 0 })
  await deliver()
  expect(await inMailView()).toEqual([['reminder-plan', 'sent', 'Your plan does not work any more']])
  expect(sent).toMatchObject([{ subject: 'Your plan does not work any more' }])
  for (const body of [sent[0]?.text, sent[0]?.html]) {
    expect(body).toContain('TB: Test certification')
    expect(body).toContain('https://learn.example.org/plan')
    expect(body).toContain(sent[0]?.unsubscribe)
  }
  for (const later of [day, addDays(day, 1)]) expect(await remind(later)).toEqual({ sent: 0, held: 0 })
})

it('a plan that is behind its pace: each stage once, and nothing more once it is laid out again and kept', async () => {
  await suite.asOwner("update people set locale = 'es' where id = $1", [person.personId])
  await adopted()
  for (let day = START; day < addDays(START, 400); day = addDays(day, 14)) await remind(day)
  await deliver()
  const view = await inMailView()
  expect(view.filter(([kind]) => kind === 'reminder-pace')).toHaveLength(3)
  expect(view.every(([, state]) => state === 'sent')).toBe(true)
  expect(sent.map(({ subject }) => subject).sort()).toEqual(view.map(([, , subject]) => subject).sort())
  const pace = sent.filter(({ subject }) => /Llevas \d+ semanas? de retraso en tu plan/.test(subject))
  expect(pace).toHaveLength(3)
  expect(pace[0]?.html).toContain('https://learn.example.org/plan')
  await reflowPlan(contextOn(addDays(START, 400)), { key: randomUUID() })
  expect((await remind(addDays(START, 400))).sent).toBe(0)
})

it('evidence that waits and a card that ends: from the state to the mail', async () => {
  await suite.asOwner(
    `insert into submissions (org_id, id, person_id, kind, status, title, completed_on, filed_on, details)
     values ($1, $2, $3, 'activity', 'waiting', 'Shoulder workshop', '2026-02-20', $4, '{}')`,
    [org.orgId, randomUUID(), person.personId, formatDay(START)],
  )
  await suite.asOwner(
    `insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on)
     values ($1, $2, $3, 'cpr-aed', 'Heart House', '2024-04-10', $4, true, '2024-04-10')`,
    [org.orgId, randomUUID(), person.personId, formatDay(addDays(START, 90))],
  )
  for (let day = START; day <= addDays(START, 130); day = addDays(day, 1)) await remind(day)
  await deliver()
  const subjects = sent.map(({ subject }) => subject)
  expect(subjects.filter((subject) => subject === 'Still waiting for a decision: Shoulder workshop')).toHaveLength(2)
  expect(subjects.filter((subject) => subject.startsWith('Your CPR/AED card ends on'))).toHaveLength(2)
  expect(subjects.filter((subject) => subject === 'Your CPR/AED card has expired')).toHaveLength(1)
  expect(await inMailView()).toHaveLength(5)
})

it('whoever switches a kind off between owing and sending gets no mail of it, and the other kinds still', async () => {
  await adopted()
  await suite.asOwner(
    `insert into submissions (org_id, id, person_id, kind, status, title, completed_on, filed_on, details)
     values ($1, $2, $3, 'activity', 'waiting', 'Shoulder workshop', '2026-02-20', $4, '{}')`,
    [org.orgId, randomUUID(), person.personId, formatDay(addDays(START, -20))],
  )
  await askForMore()
  const day = addDays(START, 1)
  expect((await remind(day)).sent).toBe(2)
  await declineReminders(contextOn(day), { orgId: org.orgId, personId: person.personId, kind: 'plan' })
  await deliver()
  expect((await inMailView()).map(([kind]) => kind)).toEqual(['reminder-evidence'])
  expect(sent).toHaveLength(1)
})
