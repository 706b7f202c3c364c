const MINUTES_AN_HOUR = 60

/** Whole contact minutes from thousandths of a minute, half up: what is told of a waste. */
export const wholeMinutes = (thousandthsOfMinute: number): number => Math.floor((thousandthsOfMinute + 500) / 1000)

/** Contact hours in thousandths, half up, from thousandths of a minute. */
export const contactHours = (thousandthsOfMinute: number): number =>
  Math.floor((wholeMinutes(thousandthsOfMinute) * 2000 + MINUTES_AN_HOUR) / (2 * MINUTES_AN_HOUR))
