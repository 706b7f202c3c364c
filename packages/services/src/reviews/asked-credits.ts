import { type Amount, thousandths } from '@gs/domain'
import type { CreditLine } from '@gs/domain/ledger'
import { refuse } from '../kernel/index.ts'
import type { PackRules } from './pack-rules.ts'

/** What a trainer asks for: credits for each body, or contact minutes that each held pack converts. */
export interface Asked {
  readonly credits: readonly CreditLine[]
  readonly minutes: number | null
}

/** Minutes in a pack's unit, rounded down to a thousandth: nobody is given more than was taught. */
export const creditsFor = (minutes: number, { unit }: Pick<PackRules, 'unit'>): Amount =>
  thousandths(Math.floor((minutes * 1000) / unit.minutesPerUnit))

/**
 * The lines that are asked for. Refusals (422): `submission.nothing-asked`, `submission.pack-not-held`,
 * `credits.category`, `credits.line-twice`.
 */
export function askedLines({ credits, minutes }: Asked, held: readonly PackRules[]): readonly CreditLine[] {
  if (credits.length > 0) {
    requireLines(credits, held, 'submission.pack-not-held')
    return credits
  }
  const lines = minutes === null ? [] : held.map((pack) => lineFor(pack, minutes)).filter((line) => line.amount > 0)
  if (lines.length === 0) throw refuse('unprocessable', 'submission.nothing-asked', { field: 'credits' })
  return lines
}

const lineFor = (pack: PackRules, minutes: number): CreditLine => ({
  packId: pack.packId,
  category: pack.categories[0]?.code ?? '',
  amount: creditsFor(minutes, pack),
})

/** A pack and the codes of its categories; none where it has no categories. */
export interface PackCategories {
  readonly packId: string
  readonly categories: readonly { readonly code: string }[]
}

/** Refuses lines of another pack, of a category that the pack does not have, and the same line twice. */
export function requireLines(
  lines: readonly CreditLine[],
  packs: readonly PackCategories[],
  unknownPack: string,
): void {
  const seen = new Set<string>()
  for (const { packId, category } of lines) {
    const pack = packs.find((each) => each.packId === packId)
    if (!pack) throw refuse('unprocessable', unknownPack, { field: 'credits' })
    const allowed =
      pack.categories.length === 0 ? category === '' : pack.categories.some(({ code }) => code === category)
    if (!allowed) throw refuse('unprocessable', 'credits.category', { field: 'credits' })
    const key = `${packId} ${category}`
    if (seen.has(key)) throw refuse('unprocessable', 'credits.line-twice', { field: 'credits' })
    seen.add(key)
  }
}
