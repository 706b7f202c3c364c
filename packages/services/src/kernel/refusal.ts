export type RefusalKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'stale' | 'unprocessable' | 'too-many'

/** Why a use case did not do what was asked: a stable code, the field where one is to blame, and figures for the words. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly field: string | undefined
  readonly params: Readonly<Record<string, string | number>>

  constructor(kind: RefusalKind, code: string, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.field = details.field
    this.params = details.params ?? {}
  }
}

export interface RefusalDetails {
  readonly field?: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** `throw refuse('not-found', 'person.unknown')`: expected refusals are thrown so that the transaction rolls back. */
export const refuse = (kind: RefusalKind, code: string, details?: RefusalDetails): Refusal =>
  new Refusal(kind, code, details)
