import { withCommand, withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Job, systemScope } from '../kernel/index.ts'
import type { Mail } from '../ports.ts'
import { createOrganisation, type TestOrganisation, type TestPerson } from '../testing/index.ts'
import { deliverMail, type MailDeps } from './deliver-mail.ts'
import { queueMail } from './queue-mail.ts'
import { readUnsubscribeToken } from './unsubscribe-token.ts'

let db: TestDatabase
let org: TestOrganisation
let person: TestPerson
beforeAll(async () => {
  db = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(db.database)
  person = await org.person({ name: 'Noor' })
})
afterAll(() => db.drop())

/** Owes a mail as a use case would, and answers its job. */
async function owed(event: string): Promise<Job['data']> {
  const { context } = person
  const command = {
    ...systemScope(org.orgId),
    name: 'test',
    key: crypto.randomUUID(),
    body: {},
    knownOn: context.clock.today(),
  }
  await withCommand(db.database, command, async ({ tx, audit }) => {
    await queueMail(tx, context, {
      orgId: org.orgId,
      to: { personId: person.personId },
      template: 'record-issued',
      event,
      data: { title: 'Corrective work', number: 'GS-1', path: '/records/1' },
    })
    audit({ id: crypto.randomUUID(), action: 'test', subjectKind: 'test', subjectId: event })
    return {}
  })
  return org.jobs.at(-1)?.data ?? {}
}

function depsWith(send: ((mail: Mail) => Promise<void>) | undefined): MailDeps {
  const { clock, ids, logger } = person.context
  const urls = { web: 'https://learn.example.org', admin: 'https://desk.example.org' }
  return { database: db.database, clock, ids, logger, urls, mailer: send && { send }, secret: 'of-the-tests' }
}

const kept = (event: string) =>
  withRead(db.database, systemScope(org.orgId), async (tx) => {
    const { rows } = await tx.client.query(
      `select recipient, kind, subject_line as subject, body_text as body, attempted_at is not null as attempted, sent_at is not null as sent
       from kept_mails where event_key = $1`,
      [event],
    )
    return rows
  })

test('without a server the mail is kept, once, with its body', async () => {
  const job = await owed('kept')
  for (let n = 0; n < 3; n++) await deliverMail(depsWith(undefined), job)
  const rows = await kept('kept')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    kind: 'record-issued',
    recipient: `${person.personId}@example.test`,
    attempted: false,
    sent: false,
  })
  expect(rows[0]?.body).toContain('Hello Noor')
  expect(rows[0]?.body).toContain('https://learn.example.org/records/1')
})

test('with a server it goes out once, however often the job comes, and its body is not kept', async () => {
  const job = await owed('sent')
  const sent: Mail[] = []
  const deps = depsWith(async (mail) => void sent.push(mail))
  await Promise.all(Array.from({ length: 5 }, () => deliverMail(deps, job)))
  await deliverMail(deps, job)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ to: `${person.personId}@example.test`, subject: 'Your record: Corrective work' })
  expect(await kept('sent')).toMatchObject([{ body: '', attempted: true, sent: true }])
})

test('a server that refuses is tried again', async () => {
  const job = await owed('refused')
  let tries = 0
  const deps = depsWith(async () => {
    tries += 1
    if (tries === 1) throw new Error('451 later')
  })
  await expect(deliverMail(deps, job)).rejects.toThrow('451 later')
  expect(await kept('refused')).toMatchObject([{ attempted: false, sent: false }])
  await deliverMail(deps, job)
  expect(tries).toBe(2)
  expect(await kept('refused')).toMatchObject([{ attempted: true, sent: true }])
})

test('an attempt whose end nobody saw is not repeated', async () => {
  const job = await owed('crashed')
  let tries = 0
  const begun = Promise.withResolvers<void>()
  // The process dies between the effect and its note: what comes back finds the attempt.
  const first = deliverMail(
    depsWith(() => {
      tries += 1
      begun.resolve()
      return new Promise<void>(() => undefined)
    }),
    job,
  )
  expect(first).toBeInstanceOf(Promise)
  await begun.promise
  await deliverMail(
    depsWith(async () => {
      tries += 1
    }),
    job,
  )
  expect(tries).toBe(1)
  expect(await kept('crashed')).toMatchObject([{ attempted: true, sent: false }])
})

test('a person of another organisation gets nothing', async () => {
  const other = await createOrganisation(db.database)
  const job = { ...(await owed('elsewhere')), orgId: other.orgId }
  await deliverMail(depsWith(undefined), job)
  expect(await kept('elsewhere')).toEqual([])
})

test('a reminder goes out with the address of its one click, and not at all where its kind was switched off meanwhile', async () => {
  const remind = async (event: string): Promise<Job['data']> => {
    const command = {
      ...systemScope(org.orgId),
      name: 'test',
      key: crypto.randomUUID(),
      body: {},
      knownOn: person.context.clock.today(),
    }
    await withCommand(db.database, command, async ({ tx, audit }) => {
      await queueMail(tx, person.context, {
        orgId: org.orgId,
        to: { personId: person.personId },
        template: 'reminder-card',
        event,
        data: { name: 'CPR/AED', validThrough: '2028-01-31', expired: false },
        reminder: 'card',
      })
      audit({ id: crypto.randomUUID(), action: 'test', subjectKind: 'test', subjectId: event })
      return {}
    })
    return org.jobs.at(-1)?.data ?? {}
  }
  const sent: Mail[] = []
  const deps = depsWith(async (mail) => void sent.push(mail))
  const late = await remind('declined')
  await deliverMail(deps, await remind('wanted'))
  const address = sent[0]?.unsubscribe ?? ''
  expect(sent[0]?.text).toContain(address)
  const token = address.replace('https://learn.example.org/unsubscribe/', '')
  expect(readUnsubscribeToken('of-the-tests', token)).toEqual({
    orgId: org.orgId,
    personId: person.personId,
    kind: 'card',
  })
  await db.asOwner(`insert into reminder_optouts (org_id, person_id, kind) values ($1, $2, 'card')`, [
    org.orgId,
    person.personId,
  ])
  await deliverMail(deps, late)
  expect(sent).toHaveLength(1)
  expect(await kept('declined')).toEqual([])
})
