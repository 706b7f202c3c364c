const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(
  locale: string,
  style: Intl.DateTimeFormatOptions['dateStyle'],
  timeZone: string,
  time?: 'short',
): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone} ${time}`
  const kept = formats.get(key)
  if (kept) return kept
  const made = new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone, ...(time ? { timeStyle: time } : {}) })
  formats.set(key, made)
  return made
}

/** A civil day ("2026-11-20") in words of the language. It belongs to no zone, so none can move it. */
export const formatCivilDay = (locale: string, day: string, style: 'short' | 'medium' | 'long' = 'medium'): string =>
  formatOf(locale, style, 'UTC').format(new Date(`${day}T00:00:00Z`))

/** An instant (ISO) as day and time of a zone. */
export const formatInstant = (locale: string, instant: string, timeZone: string): string =>
  formatOf(locale, 'medium', timeZone, 'short').format(new Date(instant))
