import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEntry, calendarFile } from './index.ts'

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'deadline-1@good-standing',
  sequence: 0,
  modifiedAt: new Date('2026-03-02T10:00:00Z'),
  title: 'Renew',
  text: 'Until today',
  url: 'https://learn.example.org/renew',
  when: { day: '2028-02-29' },
  ...more,
})

const file = (...entries: readonly CalendarEntry[]): string => calendarFile({ name: 'Plan', language: 'en', entries })

/** As a parser reads it that is not the library which wrote it. */
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((event: ICAL.Component) => new ICAL.Event(event))
}

const octets = (line: string): number => new TextEncoder().encode(line).length

describe('a calendar file', () => {
  it('says a civil day as a date, whatever the zone, and a moment in UTC', () => {
    const [day, moment] = read(
      file(
        entry(),
        entry({
          uid: 'two',
          when: { from: new Date('2028-03-31T04:00:00Z'), until: new Date('2028-03-31T05:00:00Z') },
        }),
      ),
    )
    expect([day?.startDate.isDate, day?.startDate.toString(), day?.endDate.toString()]).toEqual([
      true,
      '2028-02-29',
      '2028-03-01',
    ])
    expect(moment?.startDate.zone.tzid).toBe('UTC')
    expect(moment?.startDate.toString()).toBe('2028-03-31T04:00:00Z')
    expect(file(entry())).not.toContain('TZID')
  })

  it('keeps identity, number and time of change', () => {
    const [event] = read(file(entry({ sequence: 3 })))
    expect([event?.uid, event?.sequence]).toEqual(['deadline-1@good-standing', 3])
    expect(String(event?.component.getFirstPropertyValue('last-modified'))).toBe('2026-03-02T10:00:00Z')
    expect(file(entry())).toBe(file(entry()))
  })

  it('keeps every text through escapes and folding, in lines of at most 75 octets that end with CRLF', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('a;b,c\\d', 'Zeile\nzwei', '—'.repeat(120), 'BEGIN:VEVENT', 'x'.repeat(500), '"q": \\n'),
    )
    fc.assert(
      fc.property(words, words, (title, text) => {
        const written = file(entry({ title, text }))
        for (const line of written.split('\r\n')) {
          expect(octets(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
        const events = read(written)
        expect(events).toHaveLength(1)
        const plain = (of: string) => of.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ' ')
        expect(events[0]?.summary ?? '').toBe(plain(title))
        expect(events[0]?.description ?? '').toBe(plain(text))
      }),
      { numRuns: 400 },
    )
  })
})
