import { randomBytes } from 'node:crypto'
import type { Ids } from '@gs/services'

const RANDOM_BYTES = 10
const COUNTER_LIMIT = 0x1000

/**
 * UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that keeps ids of one millisecond in the
 * order in which this process made them (method 1), 62 random bits.
 */
export function uuidv7Ids(now: () => number = Date.now): Ids {
  let last = 0
  let counter = 0
  const next = (): string => {
    const time = Math.max(now(), last)
    counter = time === last ? counter + 1 : randomBytes(1).readUInt8()
    // An overflow borrows from the next millisecond: order is worth more than an exact time in an id.
    last = counter < COUNTER_LIMIT ? time : time + 1
    counter %= COUNTER_LIMIT
    return format(last, counter)
  }
  return { next, secret: () => randomBytes(32).toString('base64url') }
}

function format(time: number, counter: number): string {
  const head = time.toString(16).padStart(12, '0')
  const random = randomBytes(RANDOM_BYTES)
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0)
  const tail = random.toString('hex')
  const third = `7${counter.toString(16).padStart(3, '0')}`
  return `${head.slice(0, 8)}-${head.slice(8)}-${third}-${tail.slice(0, 4)}-${tail.slice(4, 16)}`
}
