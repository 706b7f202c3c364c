import { fraction } from './fraction.ts'

export interface RingArcs {
  /** Share of the ring that is counted, 0 to 1. */
  counted: number
  /** Share that planned credits would add to it; never beyond the full ring. */
  planned: number
}

/** Shares of a ring. `max` of nothing is full: what requires nothing is complete. */
export function ringArcs({
  value,
  max,
  planned = 0,
}: {
  value: number
  max: number
  planned?: number | undefined
}): RingArcs {
  const counted = fraction(value, max)
  return { counted, planned: Math.max(0, fraction(value + Math.max(0, planned), max) - counted) }
}
