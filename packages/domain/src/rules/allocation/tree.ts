/** A group of categories with what must and may come from it. Codes are bits of category numbers. */
export interface CategoryGroup {
  readonly mask: number
  readonly minima: readonly { readonly label: string; readonly min: number }[]
  /** Infinity where there is none. */
  readonly max: number
}

interface Node extends CategoryGroup {
  readonly min: number
  readonly children: readonly Node[]
  /** Categories inside it and inside none of its children. */
  readonly own: readonly number[]
}

/** Nested groups, so that the best allocation follows from one walk; null where groups overlap without nesting. */
export type CategoryTree = readonly Node[]

/** Does a category belong to a mask? Number -1, no category, reads the sign bit, which no mask has. */
export const isIn = (mask: number, code: number): boolean => ((mask >> code) & 1) === 1

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest; rest &= rest - 1) count++
  return count
}

/** Groups with the same categories become one. */
export function mergeGroups(groups: readonly CategoryGroup[]): CategoryGroup[] {
  const byMask = new Map<number, CategoryGroup>()
  for (const group of groups) {
    const same = byMask.get(group.mask)
    byMask.set(
      group.mask,
      same
        ? { mask: group.mask, minima: [...same.minima, ...group.minima], max: Math.min(same.max, group.max) }
        : group,
    )
  }
  return [...byMask.values()].sort((a, b) => bits(a.mask) - bits(b.mask))
}

/** Builds the tree from merged groups (smallest first). */
export function buildTree(groups: readonly CategoryGroup[]): CategoryTree | null {
  let roots: Node[] = []
  for (const group of groups) {
    const inside = roots.filter((node) => (node.mask & group.mask) === node.mask)
    const outside = roots.filter((node) => (node.mask & group.mask) !== node.mask)
    if (outside.some((node) => (node.mask & group.mask) !== 0)) return null
    let rest = group.mask
    for (const node of inside) rest &= ~node.mask
    const own: number[] = []
    for (let code = 0; rest >> code; code++) if (isIn(rest, code)) own.push(code)
    const min = group.minima.reduce((most, each) => Math.max(most, each.min), 0)
    roots = [...outside, { ...group, min, children: inside, own }]
  }
  return roots
}

/** What a walk over the tree finds; reused between calls to spare allocation. */
export interface TreeAnswer {
  /** What can count, with room kept for what the minima lack. */
  usable: number
  /** What the minima lack together. */
  lacking: number
  readonly unmet: string[]
}

function walk(
  node: Node,
  amounts: ArrayLike<number>,
  answer: TreeAnswer,
): { usable: number; lacking: number; available: number } {
  let usable = 0
  let lacking = 0
  let available = 0
  for (const code of node.own) usable += amounts[code] ?? 0
  available = usable
  for (const child of node.children) {
    const inner = walk(child, amounts, answer)
    usable += inner.usable
    lacking += inner.lacking
    available += inner.available
  }
  available = Math.min(available, node.max)
  for (const each of node.minima) if (available < each.min) answer.unmet.push(each.label)
  if (usable + lacking < node.min) lacking = node.min - usable
  if (usable + lacking > node.max) usable = Math.max(0, node.max - lacking)
  return { usable, lacking, available }
}

/**
 * Adds up the categories under the tree's minima and maxima. `amounts` is indexed by category number; credits of no
 * group are `loose`. Exact for nested groups: what a group lacks keeps room in every group around it.
 */
export function sumTree(tree: CategoryTree, amounts: ArrayLike<number>, loose: number): TreeAnswer {
  const answer: TreeAnswer = { usable: loose, lacking: 0, unmet: [] }
  for (const node of tree) {
    const { usable, lacking } = walk(node, amounts, answer)
    answer.usable += usable
    answer.lacking += lacking
  }
  return answer
}
