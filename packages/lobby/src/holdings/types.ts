import type { PortalRouter } from '@gs/api'

type Caller = ReturnType<PortalRouter['createCaller']>

export type CredentialOptions = Awaited<ReturnType<Caller['holdings']['options']>>
export type CredentialOption = CredentialOptions['credentials'][number]

/** What stands in the form before anything is typed. */
export interface HoldingInitial {
  readonly credential: string
  readonly certifiedOn: string
  readonly cycleStart: string | null
  readonly expiresOn: string | null
  readonly number: string | null
}

/** A stated holding as the calls take it. */
export interface StatedInput {
  readonly credential: string
  readonly certifiedOn: string
  readonly cycleStart: string | null
  readonly expiresOn: string | null
  readonly number: string | null
}
