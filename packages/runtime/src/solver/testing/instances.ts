import { type Amount, addDays, addMonths, type Day, dayOf } from '@gs/domain'
import { AIMS, type PlannedActivity, type PlannedHolding, type PlanProblem } from '@gs/domain/planner'
import { type Award, type Card, type CompiledPack, compilePack } from '@gs/domain/rules'
import { loadPack } from '@gs/rulepacks'
import { Dice } from './random.ts'

/** A pack with what an instance needs to know to be of interest: sizes near the total, categories that matter. */
interface Kind {
  readonly id: string
  /** The usual total, in the pack's unit. */
  readonly total: number
  readonly step: number
  readonly months: number
  readonly categories: readonly (string | null)[]
  /** Dates given outright, where the pack counts none from the day of issue. */
  readonly given?: boolean
  readonly from?: readonly [number, number, number]
}

const KINDS: readonly Kind[] = [
  { id: 'nasm-cpt', total: 2, step: 0.1, months: 24, categories: [null] },
  { id: 'ace-cpt', total: 2, step: 0.1, months: 24, categories: [null] },
  { id: 'afaa-2021', total: 15, step: 1, months: 24, categories: ['OWN', 'A', 'B'] },
  { id: 'ncsf', total: 10, step: 1, months: 24, categories: ['CPR', 'ETH', 'GEN', 'GEN', 'GEN'] },
  { id: 'neta-2014', total: 20, step: 2, months: 24, categories: ['NETA', 'OTHER'] },
  { id: 'issa', total: 20, step: 2, months: 24, categories: [null] },
  { id: 'nsca-2024', total: 4, step: 0.5, months: 36, categories: ['A', 'B', 'C', 'D'], from: [2024, 3, 1] },
  { id: 'canfitpro', total: 4, step: 0.5, months: 12, categories: [null] },
  { id: 'nfpt', total: 2, step: 0.25, months: 12, categories: [null] },
  { id: 'pmi-pmp', total: 60, step: 5, months: 36, categories: ['WOW', 'PWR', 'BUS', 'GIV', 'WRK'] },
  { id: 'isc2-cissp', total: 120, step: 10, months: 36, categories: ['A', 'A', 'B'], given: true },
  { id: 'yoga-ryt', total: 30, step: 5, months: 36, categories: ['CONTACT', 'NONCONTACT', 'TEACH'], given: true },
  { id: 'cpa-ga', total: 80, step: 10, months: 24, categories: ['AA', 'GEN'], given: true },
  { id: 'boc-2022', total: 50, step: 5, months: 24, categories: ['A', 'B', 'C'], from: [2022, 1, 1] },
  { id: 'nesta', total: 4, step: 0.2, months: 48, categories: [null] },
]

const CARDS: Readonly<Record<string, string>> = {
  'nasm-cpt': 'cpr-aed',
  'ace-cpt': 'cpr-aed',
  'afaa-2021': 'cpr-aed',
  'nsca-2024': 'cpr-aed',
  issa: 'cpr-aed',
  'neta-2014': 'cpr',
  canfitpro: 'cpr-a',
  'boc-2022': 'ecc',
}

const compiled = new Map<string, CompiledPack>()

/** A pack of the product by its id, prepared. */
export function packOf(id: string): CompiledPack {
  const known = compiled.get(id)
  if (known) return known
  const pack = loadPack(id)
  if (!pack) throw new Error(`no pack ${id}`)
  const fresh = compilePack(pack)
  compiled.set(id, fresh)
  return fresh
}

export const day = (year: number, month: number, dayOfMonth: number): Day => dayOf(year, month, dayOfMonth) as Day
export const units = (value: number): Amount => Math.round(value * 1000) as Amount

/** Sizes of random instances. */
export interface Size {
  readonly holdings: readonly [number, number]
  readonly activities: readonly [number, number]
  /** Months of the horizon, in lengths of the first pack's term. */
  readonly terms: readonly [number, number]
}

interface Drawn {
  readonly kind: Kind
  readonly holding: PlannedHolding
}

function drawHolding(dice: Dice, kind: Kind, index: number, asOf: Day): Drawn {
  const pack = packOf(kind.id)
  const back = dice.chance(0.5) ? 0 : dice.between(0, kind.months * 30 - 40)
  const start = kind.from ? day(...kind.from) : addDays(asOf, -back)
  const to = addDays(addMonths(start, kind.months), -1)
  const held = kind.given ? { cycleStart: start, expiresOn: to, events: [] } : { issuedOn: start, events: [] }
  const awards = Array.from({ length: dice.chance(0.4) ? dice.between(1, 2) : 0 }, (_, i): Award => {
    const on = addDays(start, dice.between(0, Math.max(0, asOf - start)))
    return {
      id: `held-${index}-${i}`,
      completedOn: on,
      kind: 'course',
      decision: 'approved',
      category: dice.pick(kind.categories),
      credits: drawCredits(dice, kind, 0.5),
    }
  })
  return { kind, holding: { id: `h${index}`, pack, held, awards } }
}

const drawCredits = (dice: Dice, kind: Kind, most: number): Amount =>
  units(kind.step * dice.between(1, Math.max(1, Math.round((kind.total * most) / kind.step))))

/** Cards that reach over part of the horizon, with gaps now and then. */
function drawCards(dice: Dice, types: readonly string[], asOf: Day, until: Day): Card[] {
  return types.flatMap((type) => {
    const cards: Card[] = []
    let from = addDays(asOf, -dice.between(0, 800))
    while (from < until) {
      const through = addMonths(from, dice.pick([12, 24, 24]))
      if (dice.chance(0.75))
        cards.push({
          type,
          issuer: dice.pick(['AHA', 'ARC', null]),
          issuedOn: from,
          validThrough: through,
          handsOn: true,
        })
      from = addDays(through, dice.chance(0.7) ? -dice.between(0, 60) : dice.between(1, 200))
    }
    return cards
  })
}

function drawActivity(
  dice: Dice,
  drawn: readonly Drawn[],
  index: number,
  horizon: { asOf: Day; until: Day },
): PlannedActivity {
  const { asOf, until } = horizon
  const servedFirst = dice.between(0, drawn.length - 1)
  const credits = drawn.flatMap(({ kind }, i) =>
    i === servedFirst || dice.chance(0.5)
      ? [{ packId: kind.id, credits: drawCredits(dice, kind, 0.95), category: dice.pick(kind.categories) }]
      : [],
  )
  const first = addDays(asOf, dice.between(0, until - asOf))
  return {
    id: `a${index}`,
    name: `Activity ${index}`,
    hours: units(dice.between(1, 40) / dice.pick([1, 4])),
    price: units(dice.between(0, 9) * 50),
    owned: dice.chance(0.15),
    repeatable: false,
    availableFrom: dice.chance(0.2) ? first : null,
    availableUntil: dice.chance(0.2) ? addDays(first, dice.between(0, 500)) : null,
    credits: credits.filter((credit, i) => credits.findIndex((each) => each.packId === credit.packId) === i),
    card: null,
  }
}

/** A course that gives a card, with or without credits of its own. */
function drawCardCourse(dice: Dice, drawn: readonly Drawn[], type: string, index: number): PlannedActivity {
  const credits = drawn
    .filter(({ kind }) => CARDS[kind.id] === type && dice.chance(0.3))
    .map(({ kind }) => ({ packId: kind.id, credits: units(kind.step), category: dice.pick(kind.categories) }))
  return {
    id: `card${index}`,
    name: `Card course ${index}`,
    hours: units(dice.between(2, 8)),
    price: units(dice.between(2, 9) * 10),
    owned: false,
    repeatable: dice.chance(0.4) && credits.length === 0,
    availableFrom: null,
    availableUntil: null,
    credits: credits.filter((credit, i) => credits.findIndex((each) => each.packId === credit.packId) === i),
    card: { type, validMonths: dice.pick([12, 24, 24]) },
  }
}

/** A random problem, always the same for a seed. */
export function instance(seed: number, size: Size): PlanProblem {
  const dice = new Dice(seed)
  const kinds = dice.shuffled(KINDS).slice(0, dice.between(...size.holdings))
  const first = kinds[0]
  if (!first) throw new Error('an instance needs a holding')
  const asOf = kinds.some((kind) => kind.id === 'boc-2022')
    ? day(2022, 2, 1)
    : addDays(day(2024, 3, 1), dice.between(0, 200))
  const until = addDays(addMonths(asOf, first.months * dice.between(...size.terms)), dice.between(0, 40))
  const drawn = kinds.map((kind, i) => drawHolding(dice, kind, i, asOf))
  const types = [...new Set(kinds.flatMap((kind) => CARDS[kind.id] ?? []))]
  const activities = Array.from({ length: dice.between(...size.activities) }, (_, i) =>
    drawActivity(dice, drawn, i, { asOf, until }),
  )
  const courses = types.filter(() => dice.chance(0.5)).map((type, i) => drawCardCourse(dice, drawn, type, i))
  return {
    asOf,
    until,
    holdings: drawn.map(({ holding }) => holding),
    cards: drawCards(dice, types, asOf, until),
    activities: [...activities, ...courses],
    hoursPerWeek: dice.chance(0.3) ? units(dice.between(2, 12) / 8) : null,
    minimise: dice.chance(0.7) ? AIMS : dice.shuffled(AIMS),
  }
}
