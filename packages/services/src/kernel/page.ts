/** Rows of one page of every list. */
export const PAGE_SIZE = 50

/** One page of a list, with the number of all rows that match, counted in the same statement. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** The page that one row of a database answer holds. */
export function pageOf<Row>(
  answer: { readonly rows: readonly Row[]; readonly total: number } | undefined,
  page: number,
): Page<Row> {
  const total = answer?.total ?? 0
  return { rows: answer?.rows ?? [], total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}
