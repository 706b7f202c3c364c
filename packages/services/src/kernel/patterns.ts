/** A pattern for `ilike` that finds what was typed as it was typed; null where nothing was. */
export const containing = (typed: string | undefined): string | null =>
  typed === undefined || typed.trim() === '' ? null : `%${typed.trim().replace(/[\\%_]/g, '\\$&')}%`
