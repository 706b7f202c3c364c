import type { Transaction } from '@gs/db'
import { type Amount, addMonths, type Day } from '@gs/domain'
import { AIMS, cyclesOf, type PlannedHolding, type PlanProblem, type Upkeep, upkeepOf } from '@gs/domain/planner'
import { type HoldingStanding, type PersonKey, standingsOf } from '../standings/index.ts'
import { activitiesOf, type CourseActivity } from './activities.ts'
import { type PlanSettings, settingsOf } from './settings.ts'

/** Nobody plans further ahead. */
const MOST_MONTHS = 96
/** The cycles of each holding that are planned: the one that runs and the next. */
export const DEFAULT_CYCLES = 2

/** Everything that a plan of one person follows from, on one day. */
export interface PlanWorld {
  readonly problem: PlanProblem
  readonly activities: readonly CourseActivity[]
  readonly settings: PlanSettings
  /** Cards that are taken to be renewed in time, and by when. */
  readonly upkeep: readonly Upkeep[]
  /** Every holding, also those that nothing is planned for. */
  readonly standings: readonly HoldingStanding[]
}

export interface PlanQuestion extends PersonKey {
  readonly today: Day
  /** Cycles of each holding on the horizon, the current one included. */
  readonly cycles?: number
}

/** Builds the planner's problem from what is stored: holdings, ledger, cards, courses and enrollments. */
export async function planWorld(tx: Transaction, question: PlanQuestion): Promise<PlanWorld> {
  const { orgId, personId, today } = question
  const { standings } = await standingsOf(tx, { orgId, personId, asOf: today })
  const settings = await settingsOf(tx, { orgId, personId })
  const holdings = standings.filter((judged) => isPlanned(judged, today)).map(plannedHolding)
  const until = horizonOf(holdings, { asOf: today, cycles: question.cycles ?? DEFAULT_CYCLES })
  const activities = await activitiesOf(tx, { orgId, personId }, { asOf: today, until })
  const held = standings[0]?.facts.cards ?? []
  const packs = holdings.map(({ pack }) => pack)
  const upkeep = settings.keepsCards ? upkeepOf(packs, held, { asOf: today, until }) : []
  const worth = new Set(packs.map(({ pack }) => pack.id))
  const useful = activities.filter(
    ({ credits, card }) => credits.some(({ packId }) => worth.has(packId)) || (card !== null && !settings.keepsCards),
  )
  return {
    problem: {
      asOf: today,
      until,
      holdings,
      cards: [...held, ...upkeep.map(({ card }) => card)],
      activities: useful,
      hoursPerWeek: settings.pace.hoursPerWeek as Amount,
      minimise: AIMS,
    },
    activities: useful,
    settings,
    upkeep,
    standings,
  }
}

/** Does it run, and to an end? What has run out is renewed late or held anew first. */
const isPlanned = ({ pack, standing }: HoldingStanding, today: Day): boolean =>
  pack.term.primitive !== 'term/none' && standing.expiresOn !== null && standing.expiresOn >= today

function plannedHolding({ holding, pack, facts }: HoldingStanding): PlannedHolding {
  const { awards, cards: _, ...held } = facts
  return { id: holding.id, pack, held, awards }
}

/** The last day of the last cycle that is planned. */
function horizonOf(holdings: readonly PlannedHolding[], { asOf, cycles }: { asOf: Day; cycles: number }): Day {
  const far = addMonths(asOf, MOST_MONTHS)
  const empty = { cards: [], activities: [], hoursPerWeek: null, minimise: AIMS }
  const found = cyclesOf({ ...empty, asOf, until: far, holdings })
  const ends = holdings.flatMap((_, index) => found.filter(({ holding }) => holding === index)[cycles - 1]?.to ?? [])
  return ends.length > 0 ? (Math.max(...ends) as Day) : (found.at(-1)?.to ?? addMonths(asOf, 24))
}
