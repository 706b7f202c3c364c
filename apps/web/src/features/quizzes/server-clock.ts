/** The server's clock as this page knows it: how far it stands from the clock of the device, which may be wrong. */
export interface ServerClock {
  readonly offsetMs: number
  readonly startedAt: number
  readonly deadlineAt: number
}

export const clockOf = (
  attempt: { readonly serverNow: string; readonly startedAt: string; readonly deadlineAt: string },
  deviceNow: number,
): ServerClock => ({
  offsetMs: Date.parse(attempt.serverNow) - deviceNow,
  startedAt: Date.parse(attempt.startedAt),
  deadlineAt: Date.parse(attempt.deadlineAt),
})

export const elapsedMs = (clock: ServerClock, deviceNow: number): number =>
  Math.max(0, deviceNow + clock.offsetMs - clock.startedAt)

/** Whole seconds left, rounded up, never below nothing. */
export const secondsLeft = (clock: ServerClock, deviceNow: number): number =>
  Math.max(0, Math.ceil((clock.deadlineAt - deviceNow - clock.offsetMs) / 1000))

/** Minutes left at which it is said aloud; in between the clock is silent. */
const SPOKEN_MINUTES = [10, 5, 1] as const

/** The last announcement that was due, in minutes left; nothing before the first. */
export const spokenMinutes = (seconds: number): number | undefined =>
  SPOKEN_MINUTES.filter((minutes) => seconds <= minutes * 60).at(-1)

/** "4:05", "1:02:09". */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
