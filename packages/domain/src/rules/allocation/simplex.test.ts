import { describe, expect, it } from 'vitest'
import { type LinearRow, solveLinear } from './simplex.ts'

const row = (coefficients: readonly number[], sense: LinearRow['sense'], bound: number): LinearRow => ({
  coefficients,
  sense,
  bound,
})

/** The values of the solution; undefined where there is none. */
function values(rows: readonly LinearRow[], objectives: readonly (readonly number[])[]): number[] | undefined {
  const variables = rows[0]?.coefficients.length ?? 0
  const solution = solveLinear({ variables, rows, objectives })
  return solution?.numerators.map((each) => each / solution.denominator)
}

describe('a linear programme', () => {
  it('is maximised by the first objective, and by the second among the best of the first', () => {
    const limits = [row([1, 0], '<=', 4), row([0, 1], '<=', 3), row([1, 1], '<=', 5)]
    expect(
      values(limits, [
        [1, 1],
        [0, 1],
      ]),
    ).toEqual([2, 3])
    expect(
      values(limits, [
        [1, 1],
        [1, 0],
      ]),
    ).toEqual([4, 1])
    expect(
      values(limits, [
        [0, 1],
        [1, 0],
      ]),
    ).toEqual([2, 3])
    expect(
      values(limits, [
        [-1, 0],
        [0, 1],
      ]),
    ).toEqual([0, 3])
    expect(values(limits, [])).toEqual([0, 0])
  })

  it('has no values where the rows contradict one another', () => {
    const total = row([1, 1], '=', 10)
    expect(values([total, row([1, 0], '>=', 3), row([0, 1], '>=', 8)], [[1, 0]])).toBeUndefined()
    expect(values([total, row([1, 0], '>=', 3), row([0, 1], '>=', 7)], [[1, 0]])).toEqual([3, 7])
    expect(values([row([1, 0], '<=', 2), row([1, 0], '>=', 3)], [[0, 1]])).toBeUndefined()
    expect(values([row([0, 0], '=', 1)], [[1, 0]])).toBeUndefined()
  })

  it('has exact fractions where no whole numbers are best', () => {
    const pairs = [row([1, 1, 0], '<=', 1), row([0, 1, 1], '<=', 1), row([1, 0, 1], '<=', 1)]
    expect(values(pairs, [[1, 1, 1]])).toEqual([0.5, 0.5, 0.5])
    const thirds = [
      row([1, 1, 1, 0], '<=', 1),
      row([1, 1, 0, 1], '<=', 1),
      row([1, 0, 1, 1], '<=', 1),
      row([0, 1, 1, 1], '<=', 1),
    ]
    expect(values(thirds, [[1, 1, 1, 1]])).toEqual([1 / 3, 1 / 3, 1 / 3, 1 / 3])
  })

  it('keeps an equality that says the same as another', () => {
    const twice = [row([1, 1], '=', 4), row([1, 1], '=', 4)]
    expect(values(twice, [[1, 0]])).toEqual([4, 0])
    expect(values(twice, [[0, 1]])).toEqual([0, 4])
    expect(values([row([1, 1], '=', 0), row([1, 0], '>=', 0)], [[0, 1]])).toEqual([0, 0])
  })

  it('keeps a bound that leaves no room', () => {
    // x + y = 2 and x >= 2: y has no room, whatever is maximised.
    const tight = [row([1, 1], '=', 2), row([1, 0], '>=', 2)]
    expect(values(tight, [[0, 1]])).toEqual([2, 0])
    expect(values(tight, [[1, 0]])).toEqual([2, 0])
    expect(
      values(
        [row([1, 0], '>=', 2), row([1, 1], '=', 2), row([0, 1], '<=', 9)],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toEqual([2, 0])
    expect(values([row([1, 1, 1], '=', 2), row([1, 0, 1], '>=', 2), row([0, 1, 1], '<=', 1)], [[0, 1, 1]])).toEqual([
      1, 0, 1,
    ])
  })

  it('needs a minimum only as far as it goes', () => {
    const minimum = [row([1, 0], '>=', 3), row([1, 1], '<=', 10)]
    expect(
      values(minimum, [
        [-1, 0],
        [0, 1],
      ]),
    ).toEqual([3, 7])
    expect(values(minimum, [[0, 1]])).toEqual([3, 7])
    expect(values(minimum, [[1, 0]])).toEqual([10, 0])
  })
})
