/** Something the operator can mend: shown as one line, without a stack, and the process ends with status 1. */
export class OperatorFault extends Error {
  override readonly name = 'OperatorFault'
}

/** The `code` of a system error ("EACCES", "ENOSPC" …), or nothing. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** What to say of anything thrown, in one line. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message || (systemCode(error) ?? error.name) : String(error)).replaceAll(
    /\s*\n\s*/g,
    ' ',
  )
