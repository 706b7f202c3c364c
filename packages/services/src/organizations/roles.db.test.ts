import { closeDatabase, createDatabase } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import type { StaffRole } from '@gs/domain/organizations'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createOrganisation, type TestOrganisation, type TestPerson, type TestPersonOptions } from '../testing/index.ts'
import { giveRole, withdrawRole } from './change-role.ts'
import { restorePerson, suspendPerson } from './change-status.ts'
import { endMySessions, endSessionsOf } from './end-sessions.ts'
import { listMembers } from './list-members.ts'
import { listMySessions, listSessions } from './list-sessions.ts'
import { memberAccess } from './member-access.ts'
import { myProfile, setPreferences } from './my-profile.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => db.drop())

async function ownerRuns(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const owner = createDatabase(db.ownerUrl, { max: 1 })
  try {
    return (await owner.pool.query(text, values)).rows
  } finally {
    await closeDatabase(owner)
  }
}

/** A person who can sign in: with an account, and sessions as asked. */
async function member(org: TestOrganisation, options: TestPersonOptions = {}, sessions = 0): Promise<TestPerson> {
  const person = await org.person(options)
  const { accountId, sessionId } = person.context.actor
  await ownerRuns('insert into identity.accounts (id, email) values ($1, $2)', [accountId, `${accountId}@example.test`])
  await ownerRuns('insert into identity.memberships (account_id, org_id, person_id) values ($1, $2, $3)', [
    accountId,
    org.orgId,
    person.personId,
  ])
  await ownerRuns('update people set account_id = $2 where id = $1', [person.personId, accountId])
  for (let n = 0; n < sessions; n++)
    await ownerRuns(
      `insert into identity.sessions (id, token_hash, account_id, app, org_id, person_id, expires_at, idle_seconds)
       values ($1::uuid, sha256($1::uuid::text::bytea), $2, 'web', $3, $4, now() + interval '1 day', 3600)`,
      [n === 0 ? sessionId : crypto.randomUUID(), accountId, org.orgId, person.personId],
    )
  return person
}

const key = (): string => crypto.randomUUID()
const administrator = (org: TestOrganisation, rolesAt: 'root' | 'north' = 'root') =>
  member(org, { roles: ['administrator'], rolesAt, unit: rolesAt })
const rolesOf = async (by: TestPerson, of: TestPerson): Promise<string[]> =>
  (await memberAccess(by.context, of.personId)).roles.filter((role) => !role.withdrawnAt).map((role) => role.role)
const grantOf = async (by: TestPerson, of: TestPerson): Promise<string> =>
  (await memberAccess(by.context, of.personId)).roles.find((role) => !role.withdrawnAt)?.grantId ?? ''

describe('roles', () => {
  test('are given at a unit and withdrawn, and the history stays', async () => {
    const org = await createOrganisation(db.database)
    const admin = await administrator(org)
    const trainer = await member(org)
    const { grantId } = await giveRole(admin.context, {
      key: key(),
      personId: trainer.personId,
      role: 'registrar',
      unitId: org.north.id,
    })
    expect(await rolesOf(admin, trainer)).toEqual(['registrar'])
    const again = { key: key(), personId: trainer.personId, role: 'registrar' as const, unitId: org.north.id }
    await expect(giveRole(admin.context, again)).rejects.toMatchObject({ code: 'roles.held' })
    await withdrawRole(admin.context, { key: key(), grantId })
    expect(await rolesOf(admin, trainer)).toEqual([])
    const history = (await memberAccess(admin.context, trainer.personId)).roles
    expect(history).toMatchObject([
      { role: 'registrar', unitName: 'North', givenBy: 'Test Person', withdrawnBy: 'Test Person' },
    ])
    await giveRole(admin.context, again)
    expect((await memberAccess(admin.context, trainer.personId)).roles).toHaveLength(2)
    await expect(withdrawRole(admin.context, { key: key(), grantId })).rejects.toMatchObject({ code: 'role.unknown' })
  })

  test('one key is one change', async () => {
    const org = await createOrganisation(db.database)
    const admin = await administrator(org)
    const trainer = await member(org)
    const input = { key: key(), personId: trainer.personId, role: 'author' as const, unitId: org.rootUnitId }
    const answers = await Promise.all(Array.from({ length: 5 }, () => giveRole(admin.context, input)))
    expect(new Set(answers.map((answer) => answer.grantId)).size).toBe(1)
    expect(await rolesOf(admin, trainer)).toEqual(['author'])
  })

  test('are never the own ones', async () => {
    const org = await createOrganisation(db.database)
    const admin = await administrator(org)
    await administrator(org)
    const give = { key: key(), personId: admin.personId, role: 'registrar' as const, unitId: org.rootUnitId }
    await expect(giveRole(admin.context, give)).rejects.toMatchObject({ code: 'roles.own' })
    const grantId = await grantOf(admin, admin)
    await expect(withdrawRole(admin.context, { key: key(), grantId })).rejects.toMatchObject({ code: 'roles.own' })
    const suspend = { key: key(), personId: admin.personId, reason: 'x' }
    await expect(suspendPerson(admin.context, suspend)).rejects.toMatchObject({ code: 'person.own' })
  })

  test('stay inside the reach of who gives them', async () => {
    const org = await createOrganisation(db.database)
    const north = await administrator(org, 'north')
    const inside = await member(org, { unit: 'north' })
    const outside = await member(org, { unit: 'south', roles: ['staff'] })
    const give = (personId: string, unitId: string) =>
      giveRole(north.context, { key: key(), personId, role: 'staff', unitId })
    await expect(give(outside.personId, org.north.id)).rejects.toMatchObject({ code: 'person.unknown' })
    await expect(give(inside.personId, org.south.id)).rejects.toMatchObject({ code: 'unit.unknown' })
    await expect(give(inside.personId, org.rootUnitId)).rejects.toMatchObject({ code: 'unit.unknown' })
    await give(inside.personId, org.north.id)
    const whole = await administrator(org)
    const grantId = await grantOf(whole, outside)
    await expect(withdrawRole(north.context, { key: key(), grantId })).rejects.toMatchObject({ code: 'role.unknown' })
    const shown = await listMembers(north.context, { search: '', show: 'all', page: 1 })
    expect(shown.members.map((one) => one.personId)).not.toContain(outside.personId)
    expect(shown.total).toBe(shown.members.length)
  })

  test.each(['registrar', 'staff', 'author', 'auditor'] satisfies StaffRole[])(
    'are no business of %s',
    async (role) => {
      const org = await createOrganisation(db.database)
      const other = await member(org, { roles: [role], rolesAt: 'root' })
      const trainer = await member(org)
      const give = { key: key(), personId: trainer.personId, role, unitId: org.rootUnitId }
      await expect(giveRole(other.context, give)).rejects.toMatchObject({ code: 'access.denied' })
      await expect(listMembers(other.context, { search: '', show: 'all', page: 1 })).rejects.toMatchObject({
        code: 'access.denied',
      })
    },
  )

  test('of another organisation do not exist', async () => {
    const [one, two] = [await createOrganisation(db.database), await createOrganisation(db.database)]
    const admin = await administrator(one)
    const stranger = await member(two)
    const give = { key: key(), personId: stranger.personId, role: 'author' as const, unitId: one.rootUnitId }
    await expect(giveRole(admin.context, give)).rejects.toMatchObject({ code: 'person.unknown' })
    await expect(
      giveRole(admin.context, { ...give, key: key(), personId: admin.personId, unitId: two.rootUnitId }),
    ).rejects.toMatchObject({ code: 'unit.unknown' })
    await expect(memberAccess(admin.context, stranger.personId)).rejects.toMatchObject({ code: 'person.unknown' })
  })
})

describe('the last administrator', () => {
  test('stays, also where two withdraw each other at the same instant', async () => {
    for (let round = 0; round < 5; round++) {
      const org = await createOrganisation(db.database)
      const [a, b] = [await administrator(org), await administrator(org)]
      const [grantA, grantB] = [await grantOf(a, a), await grantOf(a, b)]
      const done = await Promise.allSettled([
        withdrawRole(a.context, { key: key(), grantId: grantB }),
        withdrawRole(b.context, { key: key(), grantId: grantA }),
      ])
      expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      expect(done.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'roles.last-administrator' })
    }
  })

  test('cannot be suspended; suspended ones do not count', async () => {
    const org = await createOrganisation(db.database)
    const [a, b] = [await administrator(org), await administrator(org)]
    const done = await Promise.allSettled([
      suspendPerson(a.context, { key: key(), personId: b.personId, reason: 'x' }),
      suspendPerson(b.context, { key: key(), personId: a.personId, reason: 'x' }),
    ])
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(done.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'roles.last-administrator' })
  })
})

describe('suspending', () => {
  test('ends the sessions here, and restoring lets in again', async () => {
    const org = await createOrganisation(db.database)
    const admin = await administrator(org)
    const trainer = await member(org, {}, 3)
    expect(await listSessions(admin.context)).toMatchObject([
      { personId: trainer.personId, sessions: 3, apps: ['web'] },
    ])
    const { sessionsEnded } = await suspendPerson(admin.context, {
      key: key(),
      personId: trainer.personId,
      reason: 'Left the club',
    })
    expect(sessionsEnded).toBe(3)
    expect(await listSessions(admin.context)).toEqual([])
    expect((await memberAccess(admin.context, trainer.personId)).status).toBe('suspended')
    expect((await listMembers(admin.context, { search: '', show: 'suspended', page: 1 })).total).toBe(1)
    const trail = await ownerRuns("select reason from audit_events where org_id = $1 and action = 'person.suspended'", [
      org.orgId,
    ])
    expect(trail).toEqual([{ reason: 'Left the club' }])
    const back = { personId: trainer.personId, reason: 'Back' }
    await restorePerson(admin.context, { key: key(), ...back })
    expect((await memberAccess(admin.context, trainer.personId)).status).toBe('active')
    await expect(restorePerson(admin.context, { key: key(), ...back })).rejects.toMatchObject({ code: 'person.active' })
  })
})

describe('sessions', () => {
  test('of somebody end by the administrator, in this organisation alone', async () => {
    const [one, two] = [await createOrganisation(db.database), await createOrganisation(db.database)]
    const admin = await administrator(one)
    const mine = await member(one, {}, 2)
    const theirs = await member(two, {}, 2)
    expect(await endSessionsOf(admin.context, { key: key(), personId: mine.personId })).toEqual({ ended: 2 })
    await expect(endSessionsOf(admin.context, { key: key(), personId: theirs.personId })).rejects.toMatchObject({
      code: 'person.unknown',
    })
    expect(await listMySessions(theirs.context)).toHaveLength(2)
    expect(await listMySessions(mine.context)).toEqual([])
  })

  test('of the own account are seen and ended: one, the others, all', async () => {
    const org = await createOrganisation(db.database)
    const other = await member(org, {}, 2)
    const me = await member(org, {}, 4)
    const seen = await listMySessions(me.context)
    expect(seen.map((one) => one.current)).toEqual([true, false, false, false])
    const theirs = (await listMySessions(other.context))[0]?.id ?? ''
    expect(await endMySessions(me.context, { key: key(), which: { session: theirs } })).toEqual({ ended: 0 })
    expect(await endMySessions(me.context, { key: key(), which: { session: seen[1]?.id ?? '' } })).toEqual({ ended: 1 })
    expect(await endMySessions(me.context, { key: key(), which: 'others' })).toEqual({ ended: 2 })
    expect((await listMySessions(me.context)).map((one) => one.current)).toEqual([true])
    expect(await endMySessions(me.context, { key: key(), which: 'all' })).toEqual({ ended: 1 })
    expect(await listMySessions(me.context)).toEqual([])
    expect(await listMySessions(other.context)).toHaveLength(2)
  })
})

describe('the own profile', () => {
  test('takes a language and a zone that exist, for person and account', async () => {
    const org = await createOrganisation(db.database)
    const me = await member(org)
    await expect(
      setPreferences(me.context, { key: key(), locale: 'es', timeZone: 'Mars/Olympus' }),
    ).rejects.toMatchObject({ code: 'time-zone.unknown' })
    await setPreferences(me.context, { key: key(), locale: 'es', timeZone: 'America/Bogota' })
    expect(await myProfile(me.context)).toMatchObject({ locale: 'es', timeZone: 'America/Bogota', unitName: 'North' })
    const accounts = await ownerRuns('select locale, time_zone from identity.accounts where id = $1', [
      me.context.actor.accountId,
    ])
    expect(accounts).toEqual([{ locale: 'es', time_zone: 'America/Bogota' }])
  })
})
