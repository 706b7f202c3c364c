import type { Day } from '@gs/domain'
import type { Clock } from '@gs/services'

const EPOCH = Temporal.PlainDate.from('1970-01-01')

/** The clock of the machine; with `fixed`, the civil day stands still (demos and tests) while instants go on. */
export function systemClock(fixed: Day | undefined): Clock {
  return {
    today: (zone) => fixed ?? dayIn(zone ?? Temporal.Now.timeZoneId()),
    now: () => new Date(),
  }
}

const dayIn = (zone: string): Day => EPOCH.until(Temporal.Now.plainDateISO(zone), { largestUnit: 'days' }).days as Day
