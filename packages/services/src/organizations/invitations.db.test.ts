import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { deliverMail } from '../notifications/index.ts'
import { type TestOrganisation, createOrganisation as testOrganisation } from '../testing/index.ts'
import { addUnit, renameUnit } from './change-units.ts'
import { createOrganisation } from './create-organisation.ts'
import { invitePerson, resendInvitation } from './invite-person.ts'
import { listInvitations } from './list-invitations.ts'
import { listMails, readMail } from './list-mails.ts'
import { listUnits } from './list-units.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => db.drop())

const key = (): string => crypto.randomUUID()
const adminOf = (org: TestOrganisation, rolesAt: 'root' | 'north' = 'root') =>
  org.person({ roles: ['administrator'], rolesAt, unit: rolesAt })
const invitation = (unitId: string, email = `${crypto.randomUUID()}@example.test`) =>
  ({ key: key(), email, givenName: 'Ida', familyName: 'Moss', unitId, role: 'staff', locale: 'es' }) as const

describe('inviting', () => {
  test('owes one mail with a link and keeps the hash of its secret', async () => {
    const org = await testOrganisation(db.database)
    const admin = await adminOf(org)
    const input = invitation(org.north.id, 'Ida.Moss@Example.test')
    const answers = [await invitePerson(admin.context, input), await invitePerson(admin.context, input)]
    expect(answers[0]).toEqual(answers[1])
    const mails = org.jobs.filter((job) => job.name === 'mail')
    expect(mails).toHaveLength(1)
    const owed = JSON.stringify(mails[0]?.data)
    expect(mails[0]?.data).toMatchObject({
      template: 'invitation',
      locale: 'es',
      to: { email: 'ida.moss@example.test' },
    })
    expect(owed).toContain(`/accept-invitation?token=${org.orgId}.`)
    expect(await listInvitations(admin.context)).toMatchObject([
      { email: 'ida.moss@example.test', name: 'Ida Moss', unitName: 'North', role: 'staff', state: 'open' },
    ])
    // The answer that is kept with the key holds no link.
    expect(JSON.stringify(answers)).not.toContain(org.orgId)
  })

  test('the same address again replaces the open one; one may be taken back', async () => {
    const org = await testOrganisation(db.database)
    const admin = await adminOf(org)
    await invitePerson(admin.context, invitation(org.north.id, 'a@example.test'))
    const { invitationId } = await invitePerson(admin.context, invitation(org.south.id, 'A@example.test'))
    const states = async () => (await listInvitations(admin.context)).map((one) => one.state)
    expect(await states()).toEqual(['open', 'withdrawn'])
    await withdrawInvitation(admin.context, { key: key(), invitationId })
    expect(await states()).toEqual(['withdrawn', 'withdrawn'])
    await expect(withdrawInvitation(admin.context, { key: key(), invitationId })).rejects.toMatchObject({
      code: 'invitation.unknown',
    })
  })

  test('is sent again with a new link, in reach alone; the link before works no longer', async () => {
    const org = await testOrganisation(db.database)
    const admin = await adminOf(org)
    const north = await adminOf(org, 'north')
    const beside = await invitePerson(admin.context, invitation(org.south.id, 'b@example.test'))
    const first = await invitePerson(admin.context, invitation(org.north.id, 'a@example.test'))
    const hashes = () =>
      db.asOwner<{ open: boolean; hash: string }>(
        `select withdrawn_at is null as open, encode(secret_hash, 'hex') as hash from invitations where org_id = $1 order by created_at`,
        [org.orgId],
      )
    await expect(
      resendInvitation(north.context, { key: key(), invitationId: beside.invitationId }),
    ).rejects.toMatchObject({ code: 'invitation.unknown' })
    const again = await resendInvitation(admin.context, { key: key(), invitationId: first.invitationId })
    expect(again.invitationId).not.toBe(first.invitationId)
    const [, before, after] = await hashes()
    expect(before).toMatchObject({ open: false })
    expect(after).toMatchObject({ open: true })
    expect(after?.hash).not.toBe(before?.hash)
    expect(org.jobs.filter(({ name }) => name === 'mail')).toHaveLength(3)
    await expect(
      resendInvitation(admin.context, { key: key(), invitationId: first.invitationId }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'invitation.over' })
  })

  test('reaches the own units alone and never oneself', async () => {
    const org = await testOrganisation(db.database)
    const north = await adminOf(org, 'north')
    const whole = await adminOf(org)
    await expect(invitePerson(north.context, invitation(org.south.id))).rejects.toMatchObject({ code: 'unit.unknown' })
    const own = invitation(org.north.id, `${north.personId}@example.test`.toUpperCase())
    await expect(invitePerson(north.context, own)).rejects.toMatchObject({ code: 'roles.own' })
    const { invitationId } = await invitePerson(whole.context, invitation(org.south.id))
    expect(await listInvitations(north.context)).toEqual([])
    await expect(withdrawInvitation(north.context, { key: key(), invitationId })).rejects.toMatchObject({
      code: 'invitation.unknown',
    })
  })
})

describe('units', () => {
  test('are listed as a tree with their people, added and renamed', async () => {
    const org = await testOrganisation(db.database)
    const admin = await adminOf(org)
    await org.person({ unit: 'south' })
    const { unitId } = await addUnit(admin.context, { key: key(), parentId: org.south.id, name: 'Harbour' })
    await renameUnit(admin.context, { key: key(), unitId: org.north.id, name: 'Upper North' })
    const units = await listUnits(admin.context)
    expect(units.map((unit) => [unit.name, unit.depth, unit.people, unit.peopleBelow])).toEqual([
      ['All', 0, 1, 2],
      ['South', 1, 1, 1],
      ['Harbour', 2, 0, 0],
      ['Upper North', 1, 0, 0],
    ])
    await expect(addUnit(admin.context, { key: key(), parentId: org.south.id, name: 'harbour' })).rejects.toMatchObject(
      {
        code: 'unit.name-taken',
      },
    )
    await renameUnit(admin.context, { key: key(), unitId, name: 'Harbour' })
  })

  test('out of reach do not exist', async () => {
    const org = await testOrganisation(db.database)
    const north = await adminOf(org, 'north')
    expect((await listUnits(north.context)).map((unit) => [unit.name, unit.depth])).toEqual([['North', 0]])
    await expect(renameUnit(north.context, { key: key(), unitId: org.rootUnitId, name: 'Mine' })).rejects.toMatchObject(
      {
        code: 'unit.unknown',
      },
    )
    await expect(addUnit(north.context, { key: key(), parentId: org.south.id, name: 'Mine' })).rejects.toMatchObject({
      code: 'unit.unknown',
    })
  })
})

describe('an organisation', () => {
  test('begins with a root unit and an invitation of its administrator', async () => {
    const { context } = await (await testOrganisation(db.database)).person()
    const made = await createOrganisation(context, {
      name: 'Gimnasio Peñón 2',
      adminEmail: 'x@example.test',
      locale: 'es',
    })
    expect(made.slug).toMatch(/^gimnasio-penon-2-[0-9a-f]{6}$/)
    expect(made.invitationPath).toMatch(new RegExp(`^/accept-invitation\\?token=${made.orgId}\\.[\\w-]{16,}$`))
    const again = await createOrganisation(context, {
      name: 'Gimnasio Peñón 2',
      adminEmail: 'x@example.test',
      locale: 'es',
    })
    expect(again.slug).not.toBe(made.slug)
  })
})

describe('the mail log', () => {
  test('shows kind, recipient and time to administrators, and no body', async () => {
    const org = await testOrganisation(db.database)
    const admin = await adminOf(org)
    const trainer = await org.person()
    await invitePerson(admin.context, invitation(org.north.id, 'a@example.test'))
    const urls = { web: 'https://learn.example.org', admin: 'https://desk.example.org' }
    await deliverMail({ ...admin.context, urls, mailer: undefined, secret: 'of-the-tests' }, org.jobs.at(-1)?.data)
    const { mails, total, bodies } = await listMails(admin.context, { page: 1 })
    expect({ total, bodies }).toEqual({ total: 1, bodies: false })
    expect(mails).toMatchObject([{ kind: 'invitation', recipient: 'a@example.test', state: 'kept' }])
    expect(JSON.stringify(mails)).not.toContain('token')
    const mailId = mails[0]?.id ?? ''
    await expect(readMail(admin.context, mailId)).rejects.toMatchObject({ code: 'mail.unknown' })
    // The demo's switch alone does not open the mails of an organisation that is no demo.
    await expect(readMail({ ...admin.context, mailBodies: true }, mailId)).rejects.toMatchObject({
      code: 'mail.unknown',
    })
    await expect(listMails(trainer.context, { page: 1 })).rejects.toMatchObject({ code: 'access.denied' })
    const north = await adminOf(org, 'north')
    expect((await listMails(north.context, { page: 1 })).mails).toEqual([])
  })
})
