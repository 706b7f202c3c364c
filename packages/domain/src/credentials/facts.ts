import type { Amount, Day } from '../kernel/index.ts'
import type { Award, Card } from '../rules/index.ts'

/** Something that happened to the holding. */
export type HoldingEvent =
  | {
      readonly type: 'renewed'
      /** The day the renewal was accepted. */
      readonly on: Day
      /** A label of the cycle that it closed, as written by whoever recorded it. */
      readonly for?: string | undefined
      /** Ids of the awards (or `cpr` for the card) that it consumed. */
      readonly using?: readonly string[] | undefined
      /** True where it was reported after the cycle had ended. */
      readonly late?: boolean | undefined
      /** Another credential of the holder that was renewed; absent: this one. */
      readonly credential?: string | undefined
      readonly knownOn?: Day | undefined
    }
  | {
      readonly type: 'reinstated'
      readonly on: Day
      readonly using?: readonly string[] | undefined
      readonly knownOn?: Day | undefined
    }
  | {
      readonly type: 'audit'
      readonly on: Day
      readonly answerBy?: Day | undefined
      /** Ids of the awards for which proof is asked. */
      readonly unproven: readonly string[]
      readonly knownOn?: Day | undefined
    }

/** Another credential of the same person. */
export interface OtherHolding {
  readonly credential: string
  readonly expiresOn: Day | null
}

/**
 * Everything that the standing of one holding follows from. Dates are civil dates in the body's zone.
 * Either `issuedOn` (the cycles are counted from it), or `cycleStart` and `expiresOn` (the current cycle, outright).
 */
export interface HoldingFacts {
  /** The credential's name where the pack rules several; absent: the pack's own. */
  readonly credential?: string | undefined
  readonly issuedOn?: Day | undefined
  readonly cycleStart?: Day | undefined
  readonly expiresOn?: Day | undefined
  /** A requirement stated for this holder, in thousandths. */
  readonly required?: Amount | undefined
  /** 1 for the first renewal. */
  readonly renewalNumber?: number | undefined
  readonly earnFrom?: Day | undefined
  readonly extendedTo?: Day | undefined
  readonly deficitFromPreviousPeriod?: Amount | undefined
  /** Yearly duties still open: `{duty: 'fee', year: 2024}`. */
  readonly dutiesOpen?: readonly { readonly duty: string; readonly year: number }[] | undefined
  readonly flags?: readonly string[] | undefined
  readonly licensedBy?: string | undefined
  readonly alsoHolds?: readonly OtherHolding[] | undefined
  readonly events: readonly HoldingEvent[]
  readonly awards: readonly Award[]
  readonly cards: readonly Card[]
}

/** The two time axes: how it was on `asOf`, as known on `knownAt` (absent: on `asOf` itself). */
export interface At {
  readonly asOf: Day
  readonly knownAt?: Day | undefined
}
