/** The oldest major release that has what the schema needs (`uuidv7()`, `WITHOUT OVERLAPS`). */
const LEAST_MAJOR = 18
/** The minor release of PostgreSQL 18 below which there are known security faults. */
const ADVISED_MINOR = 7

/** What to think of a server's version ("18.4 (Debian 18.4-1)"): fit, fit with a word of advice, or too old. */
export function judgeVersion(version: string): {
  readonly verdict: 'fit' | 'advise' | 'refuse'
  readonly line: string
} {
  const [major = 0, minor = 0] = version.split(/[^\d]+/).map(Number)
  if (major < LEAST_MAJOR)
    return { verdict: 'refuse', line: `The database is PostgreSQL ${version}: ${LEAST_MAJOR} or later is needed.` }
  if (major === LEAST_MAJOR && minor < ADVISED_MINOR)
    return {
      verdict: 'advise',
      line: `The database is PostgreSQL ${version}: ${LEAST_MAJOR}.${ADVISED_MINOR} or later is advised (security fixes).`,
    }
  return { verdict: 'fit', line: '' }
}
