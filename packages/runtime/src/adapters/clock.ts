import { type Day, dayIn } from '@gs/domain'
import type { Clock } from '@gs/services'

/** A zone's day stands this long: every offset in use is a whole number of minutes, so no midnight lies within one. */
const MINUTE = 60_000

/**
 * The clock of the machine: the civil day in a zone, by default the server's own. With `fixed`, the day stands still and
 * is the same in every zone (demos and tests) while instants go on. `now`: milliseconds since 1970-01-01 UTC.
 */
export function systemClock(fixed: Day | undefined, now: () => number = Date.now): Clock {
  const found = new Map<string, { readonly minute: number; readonly day: Day }>()
  const dayOf = (zone: string): Day => {
    const instant = now()
    const minute = Math.floor(instant / MINUTE)
    const known = found.get(zone)
    if (known?.minute === minute) return known.day
    const day = dayIn(zone, instant)
    found.set(zone, { minute, day })
    return day
  }
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    today: (zone = own) => fixed ?? dayOf(zone),
    now: () => new Date(now()),
  }
}
