import type { Day } from '@gs/domain'
import type { RecordKind, RecordState } from '@gs/domain/issuance'

/** What a certificate says. */
export interface Certificate {
  readonly locale: 'en' | 'es'
  readonly kind: RecordKind
  readonly state: RecordState
  readonly issuer: string
  readonly title: string
  readonly holderName: string
  readonly issuedOn: Day
  /** The last valid day; null: it never expires. */
  readonly expiresOn: Day | null
  readonly number: string
  readonly code: string
  /** Address of the page on which anybody can check it. */
  readonly verifyUrl: string
  /** A sentence at the foot, such as that a demo's issuer is invented. */
  readonly notice: string | null
}
