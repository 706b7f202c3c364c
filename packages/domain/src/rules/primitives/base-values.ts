import { type Amount, type Day, parseAmount, parseDay, ZERO } from '../../kernel/index.ts'

// A parsed pack holds only amounts and days that the schema has read already: the fallbacks below are never reached.

/** Thousandths of an amount that the schema has accepted. */
export function amountOf(text: string): Amount {
  const parsed = parseAmount(text)
  return parsed.ok ? parsed.value : ZERO
}

/** The day of a date that the schema has accepted. */
export function dayOfText(text: string): Day {
  const parsed = parseDay(text)
  return parsed.ok ? parsed.value : (0 as Day)
}

/** A span with open ends as wide as the calendar. */
export function spanOf(period: { readonly from?: string | undefined; readonly to?: string | undefined }): {
  readonly from: Day
  readonly to: Day
} {
  return {
    from: period.from === undefined ? (-9_999_999 as Day) : dayOfText(period.from),
    to: period.to === undefined ? (9_999_999 as Day) : dayOfText(period.to),
  }
}
