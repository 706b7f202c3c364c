import { randomUUID } from 'node:crypto'
import { withRead } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { thousandths } from '@gs/domain'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { reverseAward } from '../awards/index.ts'
import { keepFile, openFile } from '../files/index.ts'
import { CommandConflict, type Refusal, type ServiceContext } from '../kernel/index.ts'
import {
  addHolding,
  createOrganisation,
  dayFrom,
  publishTestPack,
  TEST_PACK,
  type TestOrganisation,
  type TestPerson,
} from '../testing/index.ts'
import {
  decideSubmission,
  getSubmission,
  type HandInActivity,
  handInActivity,
  handInCard,
  listOwnSubmissions,
  listQueue,
  withdrawSubmission,
} from './index.ts'

let test: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let registrar: TestPerson
const today = dayFrom('2026-03-02')
const pdf = new TextEncoder().encode('%PDF-1.7 made for a test')

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(test.database)
  const place = { database: test.database, orgId: org.orgId, today }
  await publishTestPack(place)
  trainer = await holder('north')
  registrar = await org.person({ unit: 'root', roles: ['registrar'] })
})
afterAll(() => test.drop())

async function holder(unit: 'north' | 'south', roles: readonly 'registrar'[] = []): Promise<TestPerson> {
  const person = await org.person({ unit, roles })
  const place = { database: test.database, orgId: org.orgId, today }
  await addHolding(place, {
    personId: person.personId,
    issuedOn: dayFrom('2025-06-01'),
    expiresOn: dayFrom('2027-06-01'),
  })
  return person
}

const file = (ctx: ServiceContext) =>
  keepFile(ctx, { key: randomUUID(), purpose: 'evidence', name: 'talk.pdf', content: pdf })
const line = (amount: number) => ({ packId: TEST_PACK.id, category: '', amount: thousandths(amount) })

async function activity(ctx: ServiceContext, change: Partial<HandInActivity> = {}): Promise<string> {
  const { submissionId } = await handInActivity(ctx, {
    key: randomUUID(),
    kind: 'petition',
    title: 'Strength congress',
    provider: 'Congress House',
    completedOn: dayFrom('2026-02-14'),
    credits: [line(1000)],
    minutes: null,
    note: null,
    fileId: (await file(ctx)).fileId,
    ...change,
  })
  return submissionId
}

const decide = (submissionId: string, change: Partial<Parameters<typeof decideSubmission>[1]> = {}) => ({
  key: randomUUID(),
  submissionId,
  outcome: 'approved' as const,
  credits: [line(1000)],
  reasonCode: null,
  note: null,
  ...change,
})
const refusal = (code: string): Partial<Refusal> => ({ code })
const rows = async (sql: string, values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  withRead(
    test.database,
    { orgId: org.orgId, reach: '*' },
    async ({ client }) => (await client.query<Record<string, unknown>>(sql, values)).rows,
  )

describe('handing in', () => {
  it('keeps an activity with its file and shows it to its owner and the registrar', async () => {
    const submissionId = await activity(trainer.context)
    const own = await listOwnSubmissions(trainer.context)
    expect(own.find((each) => each.id === submissionId)).toMatchObject({
      status: 'waiting',
      title: 'Strength congress',
      filedOn: '2026-03-02',
      file: { name: 'talk.pdf' },
      decision: null,
    })
    const seen = await getSubmission(registrar.context, submissionId)
    expect(seen.packs[0]?.petition).toMatchObject({ fee: '25', max: 1500 })
    expect(seen.own).toBe(false)
    const opened = await openFile(registrar.context, { fileId: seen.submission.file?.id ?? '', as: 'reviewer' })
    expect(Buffer.from(opened.content)).toEqual(Buffer.from(pdf))
  })

  it('turns hours into each body’s unit, rounded down', async () => {
    const submissionId = await activity(trainer.context, { credits: [], minutes: 100 })
    const seen = await getSubmission(registrar.context, submissionId)
    expect(seen.submission.details).toMatchObject({ minutes: 100, asked: [line(166)] })
  })

  it('refuses what cannot be judged', async () => {
    const ctx = trainer.context
    await expect(activity(ctx, { completedOn: dayFrom('2026-03-03') })).rejects.toMatchObject(
      refusal('submission.in-future'),
    )
    await expect(activity(ctx, { fileId: null })).rejects.toMatchObject(refusal('submission.evidence-missing'))
    await expect(activity(ctx, { credits: [] })).rejects.toMatchObject(refusal('submission.nothing-asked'))
    await expect(activity(ctx, { credits: [{ ...line(1), packId: 'other' }] })).rejects.toMatchObject(
      refusal('submission.pack-not-held'),
    )
    await expect(activity(ctx, { credits: [{ ...line(1), category: 'A' }] })).rejects.toMatchObject(
      refusal('credits.category'),
    )
    await expect(activity(ctx, { credits: [line(1), line(2)] })).rejects.toMatchObject(refusal('credits.line-twice'))
    const other = await holder('north')
    const { fileId } = await file(other.context)
    await expect(activity(ctx, { fileId })).rejects.toMatchObject(refusal('file.unknown'))
  })

  it('takes files by their content alone', async () => {
    const put = (content: Uint8Array) =>
      keepFile(trainer.context, { key: randomUUID(), purpose: 'evidence', name: 'x.pdf', content })
    await expect(put(new TextEncoder().encode('<html>'))).rejects.toMatchObject(refusal('file.type'))
    await expect(put(new Uint8Array())).rejects.toMatchObject(refusal('file.empty'))
    await expect(put(new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toMatchObject(refusal('file.too-large'))
  })

  it('gives a file to nobody else', async () => {
    const { fileId } = await file(trainer.context)
    const stranger = await holder('north')
    await expect(openFile(stranger.context, { fileId, as: 'own' })).rejects.toMatchObject(refusal('file.unknown'))
    await expect(openFile(stranger.context, { fileId, as: 'reviewer' })).rejects.toMatchObject(refusal('access.denied'))
    const south = await org.person({ unit: 'south', roles: ['registrar'] })
    await expect(openFile(south.context, { fileId, as: 'reviewer' })).rejects.toMatchObject(refusal('file.unknown'))
    const rival = await createOrganisation(test.database)
    const theirs = await rival.person({ unit: 'root', roles: ['registrar'] })
    await expect(openFile(theirs.context, { fileId, as: 'reviewer' })).rejects.toMatchObject(refusal('file.unknown'))
  })

  it('is withdrawn by its owner alone, while it waits', async () => {
    const submissionId = await activity(trainer.context)
    const stranger = await holder('north')
    const withdraw = (ctx: ServiceContext) => withdrawSubmission(ctx, { key: randomUUID(), submissionId })
    await expect(withdraw(stranger.context)).rejects.toMatchObject(refusal('submission.unknown'))
    await expect(withdraw(trainer.context)).resolves.toEqual({ status: 'withdrawn' })
    await expect(withdraw(trainer.context)).rejects.toMatchObject(refusal('submission.not-waiting'))
    await expect(decideSubmission(registrar.context, decide(submissionId))).rejects.toMatchObject(
      refusal('submission.not-waiting'),
    )
  })
})

describe('deciding', () => {
  it('approves in full: decision, award, trail and mail, once for its key', async () => {
    const submissionId = await activity(trainer.context)
    const mails = org.jobs.length
    const input = decide(submissionId)
    const decided = await decideSubmission(registrar.context, input)
    expect(decided.status).toBe('approved')
    expect(await decideSubmission(registrar.context, input)).toEqual(decided)
    const [entry] = await rows(
      `select e.activity_type, e.filed_on, e.approved_on, e.actor_id, l.amount_thousandths from ledger_entries e
        join ledger_credits l on l.org_id = e.org_id and l.entry_id = e.id where e.org_id = $1 and e.submission_id = $2`,
      [org.orgId, submissionId],
    )
    expect(entry).toEqual({
      activity_type: 'petition',
      filed_on: '2026-03-02',
      approved_on: '2026-03-02',
      actor_id: registrar.personId,
      amount_thousandths: 1000,
    })
    expect(org.jobs.slice(mails).map((job) => job.data.template)).toEqual(['submission-decided'])
    const actions = await rows(
      'select action from audit_events where org_id = $1 and subject_id = $2 order by action',
      [org.orgId, submissionId],
    )
    expect(actions.map(({ action }) => action)).toEqual(['submission.decided', 'submission.handed-in'])
  })

  it('approves in part what is less than asked, with a reason', async () => {
    const submissionId = await activity(trainer.context)
    const part = (change: object) =>
      decideSubmission(registrar.context, decide(submissionId, { outcome: 'partly-approved', ...change }))
    await expect(part({ credits: [line(500)] })).rejects.toMatchObject(refusal('decision.reason-missing'))
    const reasonCode = 'more-than-the-rule-allows' as const
    await expect(part({ credits: [line(1000)], reasonCode })).rejects.toMatchObject(refusal('decision.not-in-part'))
    await expect(part({ credits: [line(1001)], reasonCode })).rejects.toMatchObject(refusal('decision.more-than-asked'))
    await expect(part({ credits: [line(400)], reasonCode })).resolves.toMatchObject({ status: 'partly-approved' })
    const own = (await listOwnSubmissions(trainer.context)).find((each) => each.id === submissionId)
    expect(own?.decision).toMatchObject({
      outcome: 'partly-approved',
      reasonCode,
      credits: [line(400)],
      reversed: false,
    })
  })

  it('refuses with a reason and awards nothing', async () => {
    const submissionId = await activity(trainer.context)
    const refused = await decideSubmission(
      registrar.context,
      decide(submissionId, { outcome: 'refused', credits: [], reasonCode: 'content-not-related' }),
    )
    expect(refused).toMatchObject({ status: 'refused', entryId: null })
    expect(
      await rows('select 1 from ledger_entries where org_id = $1 and submission_id = $2', [org.orgId, submissionId]),
    ).toEqual([])
  })

  it('nobody decides on their own, nor on somebody out of reach', async () => {
    const both = await holder('north', ['registrar'])
    const submissionId = await activity(both.context)
    expect((await getSubmission(both.context, submissionId)).own).toBe(true)
    await expect(decideSubmission(both.context, decide(submissionId))).rejects.toMatchObject(refusal('decision.own'))
    const south = await org.person({ unit: 'south', roles: ['registrar'] })
    await expect(decideSubmission(south.context, decide(submissionId))).rejects.toMatchObject(
      refusal('submission.unknown'),
    )
    await expect(getSubmission(south.context, submissionId)).rejects.toMatchObject(refusal('submission.unknown'))
    expect((await listQueue(south.context, { page: 1 })).rows).toEqual([])
    await expect(decideSubmission(trainer.context, decide(submissionId))).rejects.toMatchObject(
      refusal('access.denied'),
    )
  })

  it('of two decisions at once one stands', async () => {
    const submissionId = await activity(trainer.context)
    const results = await Promise.allSettled([
      decideSubmission(registrar.context, decide(submissionId)),
      decideSubmission(registrar.context, decide(submissionId)),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const failed = results.find((each) => each.status === 'rejected')
    expect(failed?.reason).toMatchObject(refusal('submission.not-waiting'))
    const decisions = await rows('select 1 from decisions where org_id = $1 and subject_id = $2', [
      org.orgId,
      submissionId,
    ])
    expect(decisions).toHaveLength(1)
  })

  it('the same key with another body is refused', async () => {
    const submissionId = await activity(trainer.context)
    const input = decide(submissionId)
    await decideSubmission(registrar.context, input)
    await expect(decideSubmission(registrar.context, { ...input, note: 'changed' })).rejects.toBeInstanceOf(
      CommandConflict,
    )
  })

  it('confirms a card as a whole, and the card counts', async () => {
    const person = await holder('north')
    const { submissionId } = await handInCard(person.context, {
      key: randomUUID(),
      type: 'cpr-aed',
      issuer: 'Heart House',
      issuedOn: dayFrom('2026-02-20'),
      validThrough: null,
      handsOn: true,
      fileId: (await file(person.context)).fileId,
    })
    await expect(
      decideSubmission(
        registrar.context,
        decide(submissionId, { outcome: 'partly-approved', credits: [], reasonCode: 'other', note: 'x' }),
      ),
    ).rejects.toMatchObject(refusal('decision.card-in-part'))
    const decided = await decideSubmission(registrar.context, decide(submissionId, { credits: [] }))
    const [card] = await rows(
      'select type, issuer, issued_on, valid_through, hands_on, submission_id from cards where org_id = $1 and id = $2',
      [org.orgId, decided.cardId],
    )
    expect(card).toEqual({
      type: 'cpr-aed',
      issuer: 'Heart House',
      issued_on: '2026-02-20',
      valid_through: null,
      hands_on: true,
      submission_id: submissionId,
    })
    const [standing] = await rows('select missing, counted from standings where org_id = $1 and person_id = $2', [
      org.orgId,
      person.personId,
    ])
    expect(standing).toEqual({ missing: ['credits'], counted: 100 })
  })

  it('an award is taken back by a counter-entry, and the submission says so', async () => {
    const submissionId = await activity(trainer.context, { title: 'To be taken back' })
    const { entryId } = await decideSubmission(registrar.context, decide(submissionId))
    await reverseAward(registrar.context, {
      key: randomUUID(),
      entryId: entryId ?? '',
      reason: 'The provider withdrew it',
    })
    const own = (await listOwnSubmissions(trainer.context)).find((each) => each.id === submissionId)
    expect(own?.decision?.reversed).toBe(true)
    expect(own?.status).toBe('approved')
  })

  it('decisions are never changed', async () => {
    await expect(
      withRead(test.database, { orgId: org.orgId, reach: '*' }, ({ client }) => client.query('delete from decisions')),
    ).rejects.toThrow(/permission denied|read-only/)
  })
})

describe('the queue', () => {
  it('is filtered, oldest first, and its total is that of its rows', async () => {
    const all = await listQueue(registrar.context, { page: 1 })
    expect(all.total).toBe(all.rows.length)
    expect(all.total).toBeGreaterThan(5)
    const waiting = await listQueue(registrar.context, { status: 'waiting', page: 1 })
    expect(waiting.rows.every(({ status }) => status === 'waiting')).toBe(true)
    expect(waiting.total).toBe(all.rows.filter(({ status }) => status === 'waiting').length)
    const found = await listQueue(registrar.context, { search: 'TAKEN', page: 1 })
    expect(found.rows.map(({ title }) => title)).toEqual(['To be taken back'])
    expect((await listQueue(registrar.context, { search: '%', page: 1 })).total).toBe(0)
  })
})
