import { describe, expect, test } from 'vitest'
import { createHasher, HashingBusy } from './hashing.ts'

describe('createHasher', () => {
  test('stores argon2id at 19 MiB, two passes, one lane, and knows its own', async () => {
    const hasher = createHasher()
    const stored = await hasher.hash('seven grey herons')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hasher.verify(stored, 'seven grey herons')).toBe(true)
    expect(await hasher.verify(stored, 'seven grey heron')).toBe(false)
    expect(await hasher.verify(stored, 'seven grey herons ')).toBe(false)
  })

  test('a password typed decomposed matches the composed one', async () => {
    const hasher = createHasher()
    const stored = await hasher.hash('río último añil')
    expect(await hasher.verify(stored, 'río último añil'.normalize('NFD'))).toBe(true)
  })

  test('without a stored hash the answer is no', async () => {
    expect(await createHasher().verify(undefined, 'anything at all')).toBe(false)
  })

  test('beyond the queue it refuses at once, and recovers', async () => {
    const hasher = createHasher({ running: 1, waiting: 2 })
    const settled = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.hash('seven grey herons')))
    const refused = settled.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(3)
    for (const one of refused) expect(one.reason).toBeInstanceOf(HashingBusy)
    expect(await hasher.hash('seven grey herons')).toMatch(/^\$argon2id\$/)
  })
})
