import type { OrgId, PersonId } from '@gs/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUnsubscribeToken, unsubscribeToken } from './index.ts'

const of = {
  orgId: '0198b9a0-0000-7000-8000-000000000001' as OrgId,
  personId: '0198b9a0-0000-7000-8000-000000000002' as PersonId,
  kind: 'card',
} as const

test('a token says who and what to whoever has the secret that sealed it', () => {
  expect(readUnsubscribeToken('secret', unsubscribeToken('secret', of))).toEqual(of)
  expect(readUnsubscribeToken('another', unsubscribeToken('secret', of))).toBeNull()
})

test('no token that was changed in any place is taken, and no text that never was one', () => {
  const token = unsubscribeToken('secret', of)
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcdefAB019-_.'), (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1)
      const read = readUnsubscribeToken('secret', changed)
      // The last letter of a seal holds bits that say nothing.
      if (read !== null) expect(read).toEqual(of)
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readUnsubscribeToken('secret', text)).toBeNull()
    }),
  )
  const other = unsubscribeToken('secret', { ...of, kind: 'plan' })
  expect(readUnsubscribeToken('secret', token.replace('.card.', '.plan.'))).toBeNull()
  expect(readUnsubscribeToken('secret', other)).toEqual({ ...of, kind: 'plan' })
})
