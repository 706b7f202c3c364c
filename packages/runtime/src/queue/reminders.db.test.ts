import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { addDays, type Day, formatDay } from '@gs/domain'
import type { Deps } from '@gs/services'
import { declineReminders, previewReminders, releaseReminders, sendOwedReminders } from '@gs/services/reminders'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  type TestOrganisation,
  type TestPerson,
} from '@gs/services/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openQueue, type Queue } from './queue.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const NOON = new Date('2026-03-02T12:00:00Z')
const START = dayFrom('2026-03-02')
const EXPIRES = dayFrom('2028-03-02')

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

/** The job's ports on the real queue, with a clock that stands where it is put. */
function depsAt(person: TestPerson, day: Day, now = NOON): Deps {
  const { ids, files, planner } = person.context
  return {
    database: suite.database,
    queue,
    ids,
    files,
    planner,
    logger: silent,
    clock: { today: () => day, now: () => now },
  }
}

async function holder(org: TestOrganisation): Promise<TestPerson & { readonly holdingId: string }> {
  const person = await org.person()
  const holdingId = await addHolding(
    { database: suite.database, orgId: org.orgId, today: START },
    { personId: person.personId, issuedOn: START, expiresOn: EXPIRES },
  )
  return { ...person, holdingId }
}

const newOrganisation = async (): Promise<TestOrganisation> => {
  const org = await createOrganisation(suite.database)
  await publishTestPack({ database: suite.database, orgId: org.orgId, today: START })
  return org
}

/** The mail jobs of one person that stand in the queue's own table, as they were put in. */
async function queued(personId: string): Promise<readonly string[]> {
  const rows = await suite.asOwner<{ event: string }>(
    `select data->>'event' as event from pgboss.job where name = 'mail' and data->'to'->>'personId' = $1 order by created_on, id`,
    [personId],
  )
  return rows.map(({ event }) => event)
}

/** A pseudo-random sequence that is the same in every run of the test. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
}

it('over three years with outages of random length the queue holds exactly what was owed, each once', async () => {
  const org = await newOrganisation()
  const person = await holder(org)
  const random = chance(20_260_302)
  const runs: Day[] = []
  for (let day = START; day < START + 3 * 365; ) {
    runs.push(day)
    // Mostly daily, now and then again on the same day, and sometimes away for weeks.
    const fate = random(20)
    day = addDays(day, fate < 14 ? 7 : fate < 16 ? 0 : 10 + random(60))
  }
  for (const day of runs) {
    await sendOwedReminders(depsAt(person, day))
    // A second worker at the same time finds nothing left to do.
    if (random(5) === 0) await Promise.all([1, 2].map(() => sendOwedReminders(depsAt(person, day))))
  }
  // Said by hand from the test pack: two years from 2 March 2026, nothing accepted after the last day.
  const stages = [180, 90, 30, 7].map((days) => ({ code: `ahead-${days}`, from: addDays(EXPIRES, -days) }))
  const expected = stages.flatMap(({ code, from }, index) => {
    const next = stages[index + 1]?.from ?? addDays(EXPIRES, 1)
    return runs.some((day) => day >= from && day < next) ? [`deadline:${person.holdingId}:1:${code}`] : []
  })
  expect(expected.length).toBeGreaterThan(1)
  expect(await queued(person.personId)).toEqual(expected)
  const noted = await suite.asOwner('select stage, sent_on from reminders where person_id = $1', [person.personId])
  expect(noted).toHaveLength(expected.length)
})

it('waits for the morning of the recipient, and then goes out', async () => {
  const org = await newOrganisation()
  const person = await holder(org)
  await suite.asOwner(`update people set time_zone = 'Pacific/Auckland' where id = $1`, [person.personId])
  const day = addDays(EXPIRES, -30)
  // Noon in London is one in the morning in Auckland.
  await sendOwedReminders(depsAt(person, day))
  expect(await queued(person.personId)).toEqual([])
  await sendOwedReminders(depsAt(person, day, new Date('2026-03-02T22:00:00Z')))
  expect(await queued(person.personId)).toEqual([`deadline:${person.holdingId}:1:ahead-30`])
})

it('sends nothing of a kind that was switched off, to nobody suspended, and nothing while an application is open', async () => {
  const org = await newOrganisation()
  const [declined, suspended, applied] = [await holder(org), await holder(org), await holder(org)]
  const day = addDays(EXPIRES, -30)
  await declineReminders(depsAt(declined, day), { orgId: org.orgId, personId: declined.personId, kind: 'deadline' })
  await suite.asOwner(`update people set status = 'suspended' where id = $1`, [suspended.personId])
  await suite.asOwner(
    `insert into renewals (org_id, id, person_id, holding_id, cycle_number, status, applied_on, arithmetic)
     values ($1, $2, $3, $4, 1, 'applied', $5, '{}')`,
    [org.orgId, randomUUID(), applied.personId, applied.holdingId, formatDay(day)],
  )
  await sendOwedReminders(depsAt(declined, day))
  for (const { personId } of [declined, suspended, applied]) expect(await queued(personId)).toEqual([])
})

it('holds a wave above the ceiling until as many as were seen are released', async () => {
  const org = await newOrganisation()
  const day = addDays(EXPIRES, -30)
  const people = [await holder(org), await holder(org), await holder(org)]
  const registrar = await org.person({ unit: 'root', roles: ['registrar'] })
  const regional = await org.person({ unit: 'north', roles: ['registrar'] })
  await suite.asOwner('insert into reminder_settings (org_id, ceiling, quiet_from, quiet_until) values ($1, 2, 0, 0)', [
    org.orgId,
  ])
  const first = people[0]
  if (!first) throw new Error('nobody')
  const all = async () => (await Promise.all(people.map(({ personId }) => queued(personId)))).flat().length
  await sendOwedReminders(depsAt(first, day))
  await sendOwedReminders(depsAt(first, day))
  expect(await all()).toBe(0)

  const desk = { ...registrar.context, ...depsAt(first, day) }
  const preview = await previewReminders(desk)
  expect(preview).toMatchObject({
    owed: { total: 3, people: 3, counts: { deadline: 3, card: 0, pace: 0, evidence: 0, plan: 0 } },
    held: { total: 3, status: 'held' },
  })
  expect(new Date(preview.owed?.countedAt ?? 0)).toEqual(NOON)
  const elsewhere = { ...regional.context, ...depsAt(first, day) }
  await expect(previewReminders(elsewhere)).rejects.toMatchObject({ code: 'access.denied' })
  const waveId = preview.held?.waveId ?? ''
  await expect(releaseReminders(desk, { key: randomUUID(), waveId, total: 2 })).rejects.toMatchObject({
    code: 'wave.changed',
  })
  await releaseReminders(desk, { key: randomUUID(), waveId, total: 3 })
  await sendOwedReminders(depsAt(first, day))
  await sendOwedReminders(depsAt(first, day))
  expect(await all()).toBe(3)
  expect(await previewReminders(desk)).toMatchObject({
    owed: { total: 0, people: 0 },
    held: null,
    sent: [{ on: formatDay(day), count: 3 }],
  })
})

it('keeps what is still owed after a run, with whoever it is night for, and nothing before the first', async () => {
  const org = await newOrganisation()
  const [awake, asleep] = [await holder(org), await holder(org)]
  const registrar = await org.person({ unit: 'root', roles: ['registrar'] })
  await suite.asOwner(`update people set time_zone = 'Pacific/Auckland' where id = $1`, [asleep.personId])
  const day = addDays(EXPIRES, -30)
  const owedAt = async (now: Date) =>
    (await previewReminders({ ...registrar.context, ...depsAt(awake, day, now) })).owed
  expect(await owedAt(NOON)).toBeNull()
  await sendOwedReminders(depsAt(awake, day))
  expect(await queued(awake.personId)).toHaveLength(1)
  expect(await owedAt(NOON)).toMatchObject({ total: 1, people: 1, counts: { deadline: 1, card: 0 } })
  const morning = new Date('2026-03-02T22:00:00Z')
  await sendOwedReminders(depsAt(awake, day, morning))
  const owed = await owedAt(morning)
  expect(owed).toMatchObject({ total: 0, people: 0, counts: { deadline: 0 } })
  expect(new Date(owed?.countedAt ?? 0)).toEqual(morning)
  // A worker that began to count before and ends after it changes nothing.
  await sendOwedReminders(depsAt(awake, day))
  expect(new Date((await owedAt(morning))?.countedAt ?? 0)).toEqual(morning)
})
