import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'

/** One event of a calendar file. */
export interface CalendarEntry {
  /** The same for the same matter for ever: calendars replace by it. */
  readonly uid: string
  /** Grows with every change. */
  readonly sequence: number
  readonly modifiedAt: Date
  readonly title: string
  readonly text: string
  readonly url: string
  /** A whole civil day ('YYYY-MM-DD'), or a moment to a moment. */
  readonly when: { readonly day: string } | { readonly from: Date; readonly until: Date }
}

export interface CalendarFile {
  readonly name: string
  readonly language: 'en' | 'es'
  readonly entries: readonly CalendarEntry[]
}

const DAY_MS = 86_400_000

/**
 * An iCalendar file (RFC 5545), published and not an invitation. Civil days are dates without a time and so the same in
 * every zone; moments are in UTC, so that no VTIMEZONE is needed. The same entries give the same bytes.
 */
export function calendarFile({ name, language, entries }: CalendarFile): string {
  const calendar = ical({
    name,
    prodId: { company: 'Good Standing', product: 'Calendar', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const entry of entries) {
    const { uid, sequence, modifiedAt, title, text, url, when } = entry
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: modifiedAt,
      lastModified: modifiedAt,
      summary: plain(title),
      description: plain(text),
      url,
      // Nobody is busy because of a deadline.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...spanOf(when),
    })
  }
  return `${calendar.toString()}\r\n`
}

function spanOf(when: CalendarEntry['when']) {
  if ('from' in when) return { start: when.from, end: when.until, allDay: false }
  const start = new Date(`${when.day}T00:00:00Z`)
  return { start, end: new Date(start.getTime() + DAY_MS), allDay: true }
}

/** Without the control characters that no calendar may hold. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ' ')
