/** What is known up to a point, and what is expected from there on; `null` where there is no value. */
export type TrendValues = readonly (number | null)[]

export interface TrendScale {
  /** A round number no value exceeds. */
  top: number
  /** Levels to draw lines at, from the ground up. */
  levels: readonly number[]
}

/** A scale from zero in even, round steps. */
export function trendScale(values: TrendValues): TrendScale {
  const greatest = Math.max(1, ...values.filter((value) => value !== null))
  const magnitude = 10 ** Math.floor(Math.log10(greatest / 2))
  const step = [1, 2, 5, 10].map((factor) => Math.max(1, factor * magnitude)).find((size) => size * 4 >= greatest)
  const size = step ?? greatest
  const count = Math.ceil(greatest / size)
  return { top: count * size, levels: Array.from({ length: count + 1 }, (_, index) => index * size) }
}

/** SVG path data over a box of 100 by 100, one stroke for each unbroken run of values. */
export function trendPath(values: TrendValues, top: number): string {
  const across = Math.max(1, values.length - 1)
  return values
    .map((value, index) => {
      if (value === null) return ''
      const before = index === 0 ? null : values[index - 1]
      const move = before === null || before === undefined ? 'M' : 'L'
      return `${move}${round((index / across) * 100)} ${round(100 - (value / top) * 100)}`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
