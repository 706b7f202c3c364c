import { type Day, laterDay } from '@gs/domain'
import type { BodyDays, CreditLine } from '@gs/domain/ledger'
import type { Clock } from '../ports.ts'
import type { JudgedOn } from './judge-holding.ts'
import type { Lineage, Lineages } from './packs.ts'

/**
 * When holdings are judged: on a civil day, the same for all, or now. Now is for each holding the civil day where its
 * body keeps its deadlines; the server's own where the rules name no zone.
 */
export interface When {
  readonly asOf: Day | Clock
  /** What was known on which day; default: on `asOf`, or by now. */
  readonly knownAt?: Day | undefined
}

/** Where the last version of a lineage has its days end; undefined: nowhere that the rules name. */
const zoneOf = (lineage: Lineage | undefined): string | undefined =>
  lineage?.versions.at(-1)?.pack.pack.deadlineZone ?? undefined

/** Today where the body behind a lineage keeps its deadlines. */
export const todayUnder = (clock: Clock, lineage: Lineage | undefined): Day => clock.today(zoneOf(lineage))

/** The days on both axes by which a holding under a lineage is judged. */
export function judgedOn({ asOf, knownAt }: When, lineage: Lineage | undefined): JudgedOn {
  if (typeof asOf === 'number') return { asOf, knownAt: knownAt ?? asOf }
  const today = todayUnder(asOf, lineage)
  // What is known is told by the server's days: it may be a day further than the body, and knows all that was by now.
  return { asOf: today, knownAt: knownAt ?? laterDay(today, asOf.today()) }
}

interface Stamping {
  readonly clock: Clock
  readonly lineages: Lineages
  readonly credits: readonly CreditLine[]
  /** A day that somebody stated, and that is the same for every body; absent: today. */
  readonly completedOn?: Day | undefined
  readonly filedOn?: Day | undefined
}

/**
 * The days of an entry that the product itself puts down, for those of its bodies where it is another day now than on
 * the server. Nearly always there is none.
 */
export function bodyDaysOf({ clock, lineages, credits, completedOn, filedOn }: Stamping): readonly BodyDays[] {
  const here = clock.today()
  return [...new Set(credits.map(({ packId }) => packId))].flatMap((packId): BodyDays[] => {
    const today = todayUnder(clock, lineages.get(packId))
    if (today === here || (completedOn !== undefined && filedOn !== undefined)) return []
    const completed = completedOn ?? today
    return [{ packId, completedOn: completed, filedOn: filedOn ?? laterDay(completed, today) }]
  })
}

/** Today under each pack of an organisation. */
export const todayByPack = (clock: Clock, lineages: Lineages): ReadonlyMap<string, Day> =>
  new Map([...lineages].map(([packId, lineage]) => [packId, todayUnder(clock, lineage)] as const))
