import { describe, expect, it } from 'vitest'
import { type Cell, type ExactProblem, solveExact } from './exact.ts'

const cell = (amount: number, groups: readonly number[] = [], carryable = false): Cell => ({
  amount,
  groups,
  carryable,
})
const group = (min: number, max = Number.POSITIVE_INFINITY) => ({ min, max })
const problem = (fields: Partial<ExactProblem>): ExactProblem => ({
  required: 10,
  cells: [],
  groups: [],
  further: [[]],
  carryMax: 0,
  ...fields,
})

const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0)

describe('the exact programme', () => {
  it('asks for what is lacking, by the kind that serves a minimum', () => {
    const minima = { cells: [cell(4, [0]), cell(3, [1])], groups: [group(6), group(3)] }
    expect(solveExact(problem({ ...minima, further: [[0], [1], []] }))).toMatchObject({
      needed: 3,
      counted: [4, 3],
      carried: 0,
    })
    const open = solveExact(problem({ ...minima, required: 9, further: [[1], [0]] }))
    expect(open).toMatchObject({ needed: 2, counted: [4, 3], furtherBy: [0, 2] })
    const full = solveExact(
      problem({ required: 9, cells: [cell(8, [1])], groups: [group(6), group(3)], further: [[0]] }),
    )
    expect(full).toMatchObject({ needed: 6, counted: [3], furtherBy: [6] })
  })

  it('counts no more of a group than its most, further credits included', () => {
    const limited = { cells: [cell(7, [0]), cell(2)], groups: [group(0, 5)] }
    expect(solveExact(problem({ ...limited, further: [[]] }))).toMatchObject({ needed: 3, counted: [5, 2] })
    // No kind but the limited one: the rest is beyond every kind, and still needed.
    expect(solveExact(problem({ ...limited, further: [[0]] }))).toMatchObject({ needed: 3, furtherBy: [0] })
    expect(solveExact(problem({ cells: [cell(2, [0])], groups: [group(0, 3)], further: [[0]] }))).toMatchObject({
      needed: 8,
      counted: [2],
      furtherBy: [1],
    })
  })

  it('carries the most of what is left, within its limit and that of every group, and only of what may carry', () => {
    const surplus = { cells: [cell(6, [0], true), cell(7, [], true)], groups: [group(0, 4)] }
    const free = solveExact(problem({ ...surplus, carryMax: 100 }))
    expect([free.needed, free.carried, sum(free.counted), sum(free.carriedBy)]).toEqual([0, 1, 10, 1])
    expect(solveExact(problem({ ...surplus, required: 5, carryMax: 100 })).carried).toBe(6)
    expect(solveExact(problem({ ...surplus, required: 5, carryMax: 2 })).carried).toBe(2)
    expect(solveExact(problem({ ...surplus, required: 5 })).carriedBy).toEqual([0, 0])
    // What may not carry counts first, so that the other is left.
    const kinds = solveExact(problem({ cells: [cell(8, [], true), cell(7, [], false)], carryMax: 100 }))
    expect(kinds).toMatchObject({ needed: 0, carried: 5, counted: [3, 7], carriedBy: [5, 0] })
  })

  it('never carries what a minimum needs', () => {
    const solution = solveExact(
      problem({ cells: [cell(4, [0], true), cell(9, [], true)], groups: [group(3)], carryMax: 100 }),
    )
    expect(solution).toMatchObject({ needed: 0, carried: 3 })
    expect(solution.counted[0]).toBeGreaterThanOrEqual(3)
  })

  it('gives up the exact total where the minima ask for more, and the minima where no credits can fulfil them', () => {
    expect(solveExact(problem({ groups: [group(6), group(7)], further: [[0], [1]] }))).toMatchObject({
      needed: 13,
      furtherBy: [6, 7],
    })
    expect(
      solveExact(problem({ cells: [cell(9, [0])], groups: [group(6), group(7)], further: [[0], [1]] })),
    ).toMatchObject({ needed: 7, furtherBy: [0, 7] })
    expect(solveExact(problem({ groups: [group(5, 3)], further: [[0], []] })).needed).toBe(10)
    expect(solveExact(problem({ cells: [cell(4, [0])], groups: [group(5, 3)], further: [[]] }))).toMatchObject({
      needed: 7,
      counted: [3],
    })
  })

  it('rounds halves so that nothing counts that is not there', () => {
    // Three cells, each pair within one limit: the best is one and a half limits together.
    const pairs = [cell(2000, [0, 1]), cell(2000, [1, 2]), cell(2000, [0, 2])]
    const limits = [group(0, 1001), group(0, 1001), group(0, 1001)]
    expect(solveExact(problem({ required: 3000, cells: pairs, groups: limits }))).toMatchObject({
      needed: 1499,
      counted: [500, 500, 500],
    })
    const minima = [group(1), group(1), group(1)]
    const kinds = [
      [0, 1],
      [1, 2],
      [0, 2],
    ]
    expect(solveExact(problem({ required: 1, groups: minima, further: kinds }))).toMatchObject({
      needed: 2,
      furtherBy: [1, 1, 1],
    })
  })

  it('asks for nothing where nothing is asked', () => {
    expect(solveExact(problem({ required: 0, cells: [cell(3, [], true)], carryMax: 2 }))).toEqual({
      needed: 0,
      carried: 2,
      counted: [0],
      carriedBy: [2],
      furtherBy: [0],
    })
  })
})
