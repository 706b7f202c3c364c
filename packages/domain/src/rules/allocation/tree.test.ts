import { describe, expect, it } from 'vitest'
import { buildTree, type CategoryGroup, mergeGroups, sumTree } from './tree.ts'

const [A, B, C] = [1, 2, 4] as const
const NONE = Number.POSITIVE_INFINITY
const group = (mask: number, label: string, min: number, max = NONE): CategoryGroup => ({
  mask,
  minima: min > 0 ? [{ label, min }] : [],
  max,
})

/** The sum under groups in any order; null where they cross. */
function summed(groups: readonly CategoryGroup[], amounts: readonly number[], loose = 0) {
  const tree = buildTree(mergeGroups(groups))
  return tree && sumTree(tree, amounts, loose)
}

describe('groups with the same categories', () => {
  it('become one, with every minimum and the lowest maximum, the narrowest first', () => {
    const merged = mergeGroups([
      group(A | B | C, 'all', 5),
      group(A, 'a', 2, 9),
      group(A | B, 'ab', 3),
      group(A, 'b', 1, 4),
    ])
    expect(merged).toEqual([
      {
        mask: A,
        minima: [
          { label: 'a', min: 2 },
          { label: 'b', min: 1 },
        ],
        max: 4,
      },
      group(A | B, 'ab', 3),
      group(A | B | C, 'all', 5),
    ])
    expect(mergeGroups([group(A | C, 'wide', 1), group(8, 'high', 1)]).map((each) => each.mask)).toEqual([8, A | C])
  })
})

describe('the sum under nested groups', () => {
  it('is none where groups cross', () => {
    expect(summed([group(A | B, 'ab', 1), group(B | C, 'bc', 1)], [1, 1, 1])).toBeNull()
    expect(summed([group(A | B, 'ab', 1), group(C, 'c', 1)], [1, 1, 1])).not.toBeNull()
  })

  it('keeps room for what an inner minimum lacks', () => {
    const groups = [group(A | B | C, 'all', 4, 5), group(A, 'a', 2, 3)]
    // A lacks 1, so of the six of B only 5 - 1 - 1 = 3 count beside the one of A.
    expect(summed(groups, [1, 6, 0])).toEqual({ usable: 4, lacking: 1, unmet: ['a'] })
    expect(summed(groups, [2, 6, 0])).toEqual({ usable: 5, lacking: 0, unmet: [] })
    // Of the five of A three count, and the group around it lacks one.
    expect(summed(groups, [5, 0, 0])).toEqual({ usable: 3, lacking: 1, unmet: ['all'] })
    expect(summed(groups, [3, 0, 1])).toEqual({ usable: 4, lacking: 0, unmet: [] })
  })

  it('adds what is loose, and what neighbours lack', () => {
    const groups = [group(A, 'a', 2), group(B, 'b', 3, 4)]
    expect(summed(groups, [0, 1, 9], 7)).toEqual({ usable: 8, lacking: 4, unmet: ['a', 'b'] })
    expect(summed(groups, [5, 6, 0], 0)).toEqual({ usable: 9, lacking: 0, unmet: [] })
    expect(summed([], [1, 2, 3], 5)).toEqual({ usable: 5, lacking: 0, unmet: [] })
  })

  it('asks for the greater of two minima, and names each that is open', () => {
    const twice = [group(A, 'few', 2), group(A, 'many', 5)]
    expect(summed(twice, [3])).toEqual({ usable: 3, lacking: 2, unmet: ['many'] })
    expect(summed(twice, [1])).toEqual({ usable: 1, lacking: 4, unmet: ['few', 'many'] })
    expect(summed(twice, [5])).toEqual({ usable: 5, lacking: 0, unmet: [] })
  })

  it('does not ask twice for what an inner group lacks already', () => {
    const groups = [group(A, 'a', 3), group(A | B, 'ab', 5)]
    expect(summed(groups, [1, 1])).toEqual({ usable: 2, lacking: 3, unmet: ['a', 'ab'] })
    expect(summed(groups, [1, 4])).toEqual({ usable: 5, lacking: 2, unmet: ['a'] })
    expect(summed([group(A, 'a', 3, 3), group(A | B, 'ab', 0, 2)], [9, 0])).toEqual({
      usable: 2,
      lacking: 0,
      unmet: [],
    })
    expect(summed([group(A, 'a', 3), group(A | B, 'ab', 0, 2)], [0, 9])).toEqual({
      usable: 0,
      lacking: 3,
      unmet: ['a'],
    })
  })
})
