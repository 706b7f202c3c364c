/** Hours of the day, 0 to 23, in which nobody is written to; the same hour twice: none. */
export interface QuietHours {
  readonly from: number
  readonly until: number
}

/** Whether an hour of the recipient's own day is a quiet one; the span may go over midnight. */
export const isQuiet = ({ from, until }: QuietHours, hour: number): boolean =>
  from <= until ? hour >= from && hour < until : hour >= from || hour < until
