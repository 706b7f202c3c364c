import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { normalizePassword } from './password-rules.ts'

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const ARGON2ID: Algorithm.Argon2id = 2
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Too many passwords wait to be hashed; the caller answers 503. */
export class HashingBusy extends Error {
  override readonly name = 'HashingBusy'
  constructor() {
    super('hashing.busy')
  }
}

export interface HashingLimits {
  /** Hashes computed at once; each takes 19 MiB while it runs. */
  readonly running: number
  /** Callers that may wait for their turn. */
  readonly waiting: number
}

export interface Hasher {
  /** The stored form of a password. Throws HashingBusy. */
  hash(password: string): Promise<string>
  /**
   * Whether the password is the stored one. Without a stored one (an unknown address) the same work is done on a
   * decoy and the answer is no, so that the time says nothing. Throws HashingBusy.
   */
  verify(stored: string | undefined, password: string): Promise<boolean>
}

/** A hash that no password of ours has, at the same cost; made once, at first need. */
const makeDecoy = (): Promise<string> => hash(crypto.randomUUID(), COST)

/** Hashes passwords a few at a time, with a bounded queue in front, so that a rush costs waiting and never memory. */
export function createHasher(limits: HashingLimits = { running: 2, waiting: 50 }): Hasher {
  let running = 0
  const waiting: (() => void)[] = []
  let decoy: Promise<string> | undefined

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < limits.running) running++
    else {
      if (waiting.length >= limits.waiting) throw new HashingBusy()
      // The one that ends hands its place over, so `running` does not change here.
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }

  return {
    hash: (password) => inTurn(() => hash(normalizePassword(password), COST)),
    async verify(stored, password) {
      decoy ??= makeDecoy()
      const compared = stored ?? (await decoy)
      const matches = await inTurn(() => verify(compared, normalizePassword(password)))
      return stored !== undefined && matches
    },
  }
}
