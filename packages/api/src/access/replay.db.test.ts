import { randomUUID } from 'node:crypto'
import { setPreferences } from '@gs/services/organizations'
import { createOrganisation, createTestDatabase, type TestDatabase, type TestPerson } from '@gs/services/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

let test: TestDatabase
let one: TestPerson
let other: TestPerson

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  const org = await createOrganisation(test.database)
  one = await org.person()
  other = await org.person()
})
afterAll(() => test.drop())

it('a key is answered again to whoever used it first, and to nobody else', async () => {
  const intent = { key: randomUUID(), locale: 'es', timeZone: 'UTC' } as const
  expect(await setPreferences(one.context, intent)).toEqual({})
  await expect(setPreferences(other.context, intent)).rejects.toMatchObject({ code: 'command.other-body' })
  expect(await setPreferences(one.context, intent)).toEqual({})
})
