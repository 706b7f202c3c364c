export type App = 'web' | 'admin'

interface SessionPolicy {
  /** Seconds without a request after which a session is over. */
  readonly idleSeconds: number
  /** Seconds after sign-in at which it is over in any case. */
  readonly absoluteSeconds: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a session lasts: short where it reaches other people, long on the trainer's own phone (ASVS 5.0, 7.1.1). */
export const SESSION_POLICY: Readonly<Record<App, SessionPolicy>> = {
  web: { idleSeconds: 14 * DAY, absoluteSeconds: 90 * DAY },
  admin: { idleSeconds: 30 * MINUTE, absoluteSeconds: 12 * HOUR },
}
