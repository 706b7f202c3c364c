import { type Day, dayOf } from './day.ts'

/** Formats of this process by zone: making one costs a hundred times as much as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en', {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  })
  formats.set(zone, made)
  return made
}

/**
 * The civil day of an instant in a zone. `instant`: milliseconds since 1970-01-01 UTC, of the years 1 to 9999; `zone`: an
 * IANA name. Throws a `RangeError` for a zone that does not exist.
 */
export function dayIn(zone: string, instant: number): Day {
  const parts = formatIn(zone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value)
  const day = dayOf(part('year'), part('month'), part('day'))
  if (day === undefined) throw new RangeError(`no civil day of ${instant} in ${zone}`)
  return day
}

/** Is it the name of a time zone? */
export function isZone(zone: string): boolean {
  try {
    formatIn(zone)
    return true
  } catch {
    return false
  }
}
