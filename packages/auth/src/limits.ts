import type { Database } from '@gs/db'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { type AtOnce, createAtOnce } from './at-once.ts'
import { hashToken } from './tokens.ts'

/** What is counted, how often it may happen, in how many seconds. */
const RULES = {
  /** Tries to sign in to one account, known or not. */
  'sign-in-account': { points: 10, duration: 60 },
  /** Tries to sign in from one address: a gym's whole staff may stand behind one. */
  'sign-in-address': { points: 30, duration: 60 },
  /** Wrong passwords for one account; a hold that ends by itself or by a reset (NIST SP 800-63B-4, 3.2.2). */
  'sign-in-hold': { points: 100, duration: 24 * 3600 },
  /** Reset mails asked for one account. */
  'reset-account': { points: 5, duration: 3600 },
  /** Fetches of one private calendar; programs ask a few times an hour. */
  'calendar-token': { points: 60, duration: 3600 },
  /** Fetches of any from one address: a provider's servers ask for many. */
  'calendar-address': { points: 300, duration: 60 },
  /** Everything else that needs no session, by address. */
  anonymous: { points: 60, duration: 60 },
  /** Pages that anybody may read, by address: everybody behind one may leaf through them. */
  reading: { points: 120, duration: 60 },
  /** Records looked up by their code, by address: enough for an employer, too little to try codes. */
  verification: { points: 30, duration: 60 },
  /** Mails to people outside that one person causes: a whole club may be invited in an hour. */
  mail: { points: 200, duration: 3600 },
  /** Files that one person hands in. */
  upload: { points: 60, duration: 3600 },
} as const
export type LimitName = keyof typeof RULES

export interface Limits {
  /** Counts one; answers the seconds to wait where it is too many. */
  consume(name: LimitName, subject: string): Promise<number | undefined>
  /** As `consume`, without counting. */
  held(name: LimitName, subject: string): Promise<number | undefined>
  forget(name: LimitName, subject: string): Promise<void>
  /** Calls of one person that are under way at once; kept by each process for itself. */
  readonly atOnce: AtOnce
}

/** Six full batches; more at once is a program gone wrong, and would keep others waiting. */
const CALLS_AT_ONCE = 120

/** Counters in the database: every process shares them and a restart keeps them. */
export function createLimits(database: Database): Limits {
  const limiters = new Map<LimitName, RateLimiterPostgres>()
  const limiter = (name: LimitName): RateLimiterPostgres => {
    let found = limiters.get(name)
    if (!found) {
      found = new RateLimiterPostgres({
        ...RULES[name],
        storeClient: database.pool,
        storeType: 'pool',
        schemaName: 'app',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: name,
      })
      limiters.set(name, found)
    }
    return found
  }
  const keyOf = (subject: string): string => hashToken(subject).toString('base64url')
  const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000))

  return {
    async consume(name, subject) {
      try {
        await limiter(name).consume(keyOf(subject))
        return undefined
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return seconds(refused.msBeforeNext)
        throw refused
      }
    },
    async held(name, subject) {
      const state = await limiter(name).get(keyOf(subject))
      return state && state.consumedPoints >= RULES[name].points ? seconds(state.msBeforeNext) : undefined
    },
    async forget(name, subject) {
      await limiter(name).delete(keyOf(subject))
    },
    atOnce: createAtOnce(CALLS_AT_ONCE),
  }
}

/** For demos and tests that sign in by the hundred. */
export const NO_LIMITS: Limits = {
  consume: async () => undefined,
  held: async () => undefined,
  forget: async () => undefined,
  atOnce: createAtOnce(Number.POSITIVE_INFINITY),
}
