import type { Things } from '../testing/belongings.ts'

/** What a test knows of one procedure: the policy that it must declare, and how to call it. */
export interface Expectation {
  /** `public`, `own`, or the permission that it takes: what the router declares must be this. */
  readonly policy: string
  /**
   * `person`: a person or a thing of a person or unit. `organisation`: a thing that everybody of the organisation may
   * see. `filter`: it narrows a list, so that who is out of reach is merely not found. `nothing`: no target.
   */
  readonly names: 'nothing' | 'filter' | 'organisation' | 'person'
  /** The input that names things of the target, with a fresh key where the procedure takes one. */
  readonly input: (things: Things) => unknown
  /** Only for whose role reaches the whole organisation. */
  readonly wholeOnly?: true
  /** Separation of duties: nobody does this to themselves. */
  readonly own?: 'denied'
  /** The whole answer where the target is out of reach: nothing is told and nothing is done. */
  readonly harmless?: unknown
  /** Everybody has it behind them in the tests' world: being told so is the most that anybody gets. */
  readonly alreadyDone?: true
  /** May hold the right options and their feedback: for authors, and after release. */
  readonly holdsKey?: true
  /** Shows the name of the holder to whoever has the code. */
  readonly showsName?: true
}
