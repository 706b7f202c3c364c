import type { HoldingFacts } from '../credentials/index.ts'
import type { Amount, Day, DaySpan } from '../kernel/index.ts'
import type { Award, Card, CompiledPack, MissingCode } from '../rules/index.ts'

/** What a plan can be asked to keep small; compared one after the other. */
export type Aim = 'unmet' | 'waste' | 'price' | 'hours'
export const AIMS: readonly Aim[] = ['unmet', 'waste', 'price', 'hours']

/** A credential whose cycles are planned. */
export interface PlannedHolding {
  readonly id: string
  readonly pack: CompiledPack
  /** Its dates and whatever else decides its requirement; awards and cards stand beside it. */
  readonly held: Omit<HoldingFacts, 'awards' | 'cards'>
  /** Awards that it has already, in its pack's unit. */
  readonly awards: readonly Award[]
}

/** What an activity gives under one pack. */
export interface ActivityCredit {
  readonly packId: string
  readonly credits: Amount
  readonly category: string | null
}

/** Something that the person could finish. */
export interface PlannedActivity {
  readonly id: string
  readonly name: string
  /** Thousandths of an hour of work. */
  readonly hours: Amount
  /** Thousandths of the currency; what is owned costs nothing. */
  readonly price: Amount
  readonly owned: boolean
  /** May be finished any number of times; each time costs again, and the packs decide whether it counts again. */
  readonly repeatable: boolean
  readonly availableFrom: Day | null
  readonly availableUntil: Day | null
  readonly credits: readonly ActivityCredit[]
  /** The card that it gives on the day it is finished. */
  readonly card: { readonly type: string; readonly validMonths: number } | null
}

/** A question to the planner. */
export interface PlanProblem {
  readonly asOf: Day
  /** The last day of the horizon. */
  readonly until: Day
  readonly holdings: readonly PlannedHolding[]
  /** Cards held or sure to be held. */
  readonly cards: readonly Card[]
  readonly activities: readonly PlannedActivity[]
  /** Thousandths of an hour of work a week; null: no limit. */
  readonly hoursPerWeek: Amount | null
  /** All four aims, the most important first. */
  readonly minimise: readonly Aim[]
}

/** One finished activity. */
export interface Choice {
  readonly activity: number
  readonly day: Day
}

/** What a plan comes to; smaller is better. */
export interface Outcome {
  /** Cycles that cannot be renewed. */
  readonly unmet: number
  /** Thousandths of a contact minute over all cycles. */
  readonly waste: number
  /** Thousandths of the currency. */
  readonly price: number
  /** Thousandths of an hour. */
  readonly hours: number
}

/** What a step gives in one cycle. */
export interface Service {
  readonly holding: string
  readonly cycle: DaySpan
  readonly credits: Amount
  readonly category: string | null
}

export interface PlanStep {
  readonly activity: string
  /** Every finish from this day … */
  readonly finishFrom: Day
  /** … to this one gives the same result. */
  readonly finishBy: Day
  /** The last day to begin at the given pace; null where no pace is given. */
  readonly startBy: Day | null
  readonly serves: readonly Service[]
}

/** A cycle that the plan leaves without renewal. */
export interface UnmetCycle {
  readonly holding: string
  readonly cycle: DaySpan
  readonly missing: readonly MissingCode[]
}

export interface HoldingWaste {
  readonly holding: string
  /** In the pack's unit. */
  readonly waste: Amount
}

/** The best plan found, what it comes to, and what no plan can beat. */
export interface Plan {
  readonly steps: readonly PlanStep[]
  readonly choices: readonly Choice[]
  readonly unmet: readonly UnmetCycle[]
  readonly wasteByHolding: readonly HoldingWaste[]
  readonly outcome: Outcome
  /** Each aim's best possible value among the plans that reach the bounds of the aims before it. */
  readonly bound: Outcome
  /** True only where outcome and bound are the same. */
  readonly optimal: boolean
}
