import type { Day } from '../kernel/index.ts'

/** What is compared of an award that stands in the ledger. */
export interface PostedActivity {
  readonly entryId: string
  readonly activity: string
  readonly completedOn: Day
  readonly reversed: boolean
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The awards that look like the same activity again: the same day and the same name, whatever its accents, case and
 * punctuation. Reversed ones do not count. A warning, no refusal: two talks on one day exist.
 */
export function duplicatesOf(
  posted: readonly PostedActivity[],
  wanted: Pick<PostedActivity, 'activity' | 'completedOn'>,
): readonly PostedActivity[] {
  const name = plain(wanted.activity)
  return posted.filter(
    (each) => !each.reversed && each.completedOn === wanted.completedOn && plain(each.activity) === name,
  )
}
