import { err, ok, type Result } from '../kernel/index.ts'

/** Attempts that may begin within 24 hours where the course says nothing: a failed quiz is for reading again, not for guessing on. */
export const DEFAULT_ATTEMPTS_A_DAY = 3

export interface AttemptRequest {
  readonly enrollment: 'active' | 'completed' | 'withdrawn' | 'parked'
  /** Whether all that stands before the quiz is done. */
  readonly ready: boolean
  /** Attempts of this enrollment that began in the last 24 hours, by the server's clock. */
  readonly begunLately: number
  readonly attemptsADay: number | undefined
}

export type AttemptRefusal =
  | 'attempt.enrollment-completed'
  | 'attempt.enrollment-withdrawn'
  | 'attempt.not-ready'
  | 'attempt.too-soon'

/** Whether a new attempt may begin. An open one is never refused: it is gone on with. */
export function judgeStart(request: AttemptRequest): Result<true, AttemptRefusal> {
  if (request.enrollment === 'completed') return err('attempt.enrollment-completed')
  if (request.enrollment === 'withdrawn' || request.enrollment === 'parked') return err('attempt.enrollment-withdrawn')
  if (!request.ready) return err('attempt.not-ready')
  if (request.begunLately >= (request.attemptsADay ?? DEFAULT_ATTEMPTS_A_DAY)) return err('attempt.too-soon')
  return ok(true)
}

/** Instants are milliseconds since 1970; the clock is the server's. */
export interface AttemptClock {
  readonly deadline: number
  readonly now: number
}

/** An answer counts when it reaches the server before the deadline. */
export const isOpenAt = ({ deadline, now }: AttemptClock): boolean => now < deadline
