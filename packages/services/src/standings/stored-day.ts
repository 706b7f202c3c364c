import { type Day, parseDay } from '@gs/domain'

/** Reads a date that the database gave; it holds no others. */
export function storedDay(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed.ok) throw new Error(`the database holds ${text} as a date`)
  return parsed.value
}

/** As `storedDay`, of a date that may be missing. */
export const storedDayOrNone = (text: string | null): Day | undefined => (text === null ? undefined : storedDay(text))
