export interface PlotBox {
  width: number
  height: number
  /** Kept free on every side. */
  inset: number
}

/** The values as points from edge to edge of the box, the greatest on top; a level run lies in the middle. */
export function sparkPoints(values: readonly number[], { width, height, inset }: PlotBox): [number, number][] {
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const across = width - 2 * inset
  const up = height - 2 * inset
  return values.map((value, index) => [
    round(inset + (values.length === 1 ? across : (index / (values.length - 1)) * across)),
    round(inset + (span === 0 ? up / 2 : (1 - (value - low) / span) * up)),
  ])
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
