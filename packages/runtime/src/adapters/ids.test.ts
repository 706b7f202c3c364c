import { describe, expect, it } from 'vitest'
import { uuidv7Ids } from './ids.ts'

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('ids', () => {
  it('are UUIDs of version 7, different, in the order in which they were made, even if the clock goes back', () => {
    let time = 1_790_000_000_000
    const ids = uuidv7Ids(() => {
      time -= time % 7 === 0 ? 1000 : 0
      return time
    })
    const made = Array.from({ length: 20_000 }, (_, index) => {
      if (index % 6000 === 0) time += 1
      return ids.next()
    })
    expect(made.every((id) => SHAPE.test(id))).toBe(true)
    expect(new Set(made).size).toBe(made.length)
    expect(made.toSorted()).toEqual(made)
  })

  it('carries the time in milliseconds', () => {
    expect(
      uuidv7Ids(() => 0x0192_3456_789a)
        .next()
        .slice(0, 13),
    ).toBe('01923456-789a')
  })

  it('makes secrets of 256 bits that fit in a URL', () => {
    const { secret } = uuidv7Ids()
    expect(secret()).toMatch(/^[\w-]{43}$/)
    expect(secret()).not.toBe(secret())
  })
})
