import { randomBytes, randomUUID } from 'node:crypto'
import { thousandths } from '@gs/domain'
import { keepFile } from '@gs/services/files'
import { declareHolding } from '@gs/services/holdings'
import { saveAnswer, startAttempt, submitAttempt } from '@gs/services/quizzes'
import { applyForRenewal } from '@gs/services/renewals'
import { handInActivity } from '@gs/services/reviews'
import { addHolding, answerAll, dayFrom, learnAll, TEST_PACK, type TestPerson } from '@gs/services/testing'
import type { Belongings, Furnishing, Resident } from './belongings.ts'
import { plansOf } from './plans.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 made for a test')

/** Gives a person one of everything: a certification that can be renewed, courses, attempts, files, a record, a role. */
export async function furnish(place: Furnishing, resident: Resident): Promise<Belongings> {
  const { person, givenName, unit } = resident
  const { context, personId } = person
  const learnt = await learn(place, person)
  const { test, org } = place
  await test.asOwner(
    `insert into cards (org_id, id, person_id, type, issuer, issued_on, valid_through, hands_on, known_on)
      values ($1, $2, $3, 'cpr-aed', 'Heart House', '2025-03-01', '2027-03-31', true, '2025-03-01')`,
    [org.orgId, randomUUID(), personId],
  )
  const today = dayFrom('2026-03-02')
  const holdingId = await addHolding(
    { database: test.database, orgId: org.orgId, today },
    { personId, issuedOn: dayFrom('2025-03-02'), expiresOn: dayFrom('2027-03-02') },
  )
  const keep = (purpose: 'evidence' | 'card') =>
    keepFile(context, { key: randomUUID(), purpose, name: 'proof.pdf', content: PDF })
  const { fileId } = await keep('evidence')
  const { submissionId } = await handInActivity(context, {
    key: randomUUID(),
    kind: 'petition',
    title: 'Congress',
    provider: 'Congress House',
    completedOn: dayFrom('2026-02-14'),
    credits: [{ packId: TEST_PACK.id, category: '', amount: thousandths(1000) }],
    minutes: null,
    note: null,
    fileId,
  })
  const { renewalId } = await applyForRenewal(context, { key: randomUUID(), holdingId })
  return {
    personId,
    givenName,
    email: `${personId}@example.test`,
    unitId: unit.id,
    unitPath: unit.path,
    holdingId,
    declaredHoldingId: await declare(place, person),
    fileId,
    cardFileId: (await keep('card')).fileId,
    submissionId,
    renewalId,
    ...learnt,
    ...(await rowsOf(place, resident)),
    ...(await plansOf(place, resident)),
  }
}

/** A credential beside the one that everybody has confirmed; a third one is left for a registrar to enter. */
async function declare({ test, org }: Furnishing, { context }: TestPerson): Promise<string> {
  for (const code of ['TEST-DECLARED', 'TEST-OTHER'])
    await test.asOwner(
      `insert into credentials (org_id, code, kind, name, body, pack_id)
        values ($1, $2, 'certification', $2, 'TB', $3) on conflict do nothing`,
      [org.orgId, code, TEST_PACK.id],
    )
  const { holdingId } = await declareHolding(context, {
    key: randomUUID(),
    credential: 'TEST-DECLARED',
    certifiedOn: dayFrom('2025-06-01'),
    cycleStart: null,
    expiresOn: null,
    number: 'D-1',
    fileId: null,
    replaces: null,
  })
  return holdingId
}

type Learnt = Pick<Belongings, 'openEnrollmentId' | 'openAttemptId' | 'question' | 'closedAttemptId'>

async function learn({ passed, open }: Furnishing, { context }: TestPerson): Promise<Learnt> {
  const enrollmentId = await learnAll(context, passed.courseId, passed.body)
  const { attemptId: closedAttemptId } = await answerAll(context, { enrollmentId, body: passed.body })
  await submitAttempt(context, { attemptId: closedAttemptId, key: randomUUID() })
  const openEnrollmentId = await learnAll(context, open.courseId, open.body)
  const { attemptId: openAttemptId, questions } = await startAttempt(context, {
    enrollmentId: openEnrollmentId,
    key: randomUUID(),
  })
  const question = questions[0]?.key ?? ''
  await saveAnswer(context, { attemptId: openAttemptId, question, choice: ['b'], seq: 1 })
  return { openEnrollmentId, openAttemptId, question, closedAttemptId }
}

type Rows = Pick<Belongings, 'entryId' | 'recordId' | 'recordCode' | 'grantId' | 'invitationId' | 'spareSessionId'>

/** What passing posted, and what an administrator or a second sign-in would have made. */
async function rowsOf(place: Furnishing, resident: Resident): Promise<Rows> {
  const { test, org } = place
  const { personId } = resident.person
  const at = [org.orgId, personId]
  const invitationId = randomUUID()
  await test.asOwner(
    `insert into invitations (org_id, id, email, given_name, unit_id, secret_hash, invited_by, expires_at)
      values ($1, $3, $4, $5, $6, $7, $2, now() + interval '1 day')`,
    [
      ...at,
      invitationId,
      `invited-${personId}@example.test`,
      `Invited by ${resident.givenName}`,
      resident.unit.id,
      randomBytes(32),
    ],
  )
  await test.asOwner(
    `insert into reminders (org_id, id, person_id, kind, subject, cycle, stage, due_on, sent_on)
      values ($1, $3, $2, 'card', 'card', '1', 'ahead-60', '2026-03-01', '2026-03-02')`,
    [...at, randomUUID()],
  )
  await test.asOwner(`insert into reminder_optouts (org_id, person_id, kind) values ($1, $2, 'pace')`, at)
  await test.asOwner('insert into calendar_feeds (org_id, id, person_id, secret_hash) values ($1, $3, $2, $4)', [
    ...at,
    randomUUID(),
    randomBytes(32),
  ])
  await test.asOwner(
    `insert into calendar_events (org_id, person_id, uid, digest) values ($1, $2, 'event', 'digest')`,
    at,
  )
  const [entry] = await test.asOwner<{ id: string }>(
    'select id from ledger_entries where org_id = $1 and person_id = $2',
    at,
  )
  const [record] = await test.asOwner<{ id: string; code: string }>(
    'select id, code from records where org_id = $1 and person_id = $2',
    at,
  )
  if (!entry || !record) throw new Error(`passing gave ${resident.givenName} nothing`)
  return {
    entryId: entry.id,
    recordId: record.id,
    recordCode: record.code,
    invitationId,
    grantId: await grantOf(place, resident),
    spareSessionId: await openAccount(place, resident),
  }
}

/** The role that the person holds; whoever holds none is given one that can be withdrawn, where that is wanted. */
async function grantOf({ test, org }: Furnishing, { person, unit, mayHoldRole }: Resident): Promise<string> {
  const { personId } = person
  const [held] = await test.asOwner<{ id: string }>('select id from role_grants where org_id = $1 and person_id = $2', [
    org.orgId,
    personId,
  ])
  const grantId = held?.id ?? randomUUID()
  if (!held && mayHoldRole)
    await test.asOwner(
      `insert into role_grants (org_id, id, person_id, role, unit_id, unit_path) values ($1, $2, $3, 'author', $4, $5)`,
      [org.orgId, grantId, personId, unit.id, unit.path],
    )
  return grantId
}

/** An account for the person, and a session of it that nobody needs. */
async function openAccount({ test, org, passwordHash }: Furnishing, { person }: Resident): Promise<string> {
  const { personId } = person
  const [accountId, sessionId] = [randomUUID(), randomUUID()]
  await test.asOwner('insert into identity.accounts (id, email, password_hash) values ($1, $2, $3)', [
    accountId,
    `${personId}@example.test`,
    passwordHash,
  ])
  await test.asOwner('insert into identity.memberships (account_id, org_id, person_id) values ($1, $2, $3)', [
    accountId,
    org.orgId,
    personId,
  ])
  await test.asOwner('update people set account_id = $3 where org_id = $1 and id = $2', [
    org.orgId,
    personId,
    accountId,
  ])
  await test.asOwner(
    `insert into identity.sessions (id, token_hash, account_id, app, org_id, person_id, idle_seconds, expires_at)
      values ($1, $2, $3, 'web', $4, $5, 3600, now() + interval '1 hour')`,
    [sessionId, randomBytes(32), accountId, org.orgId, personId],
  )
  return sessionId
}
