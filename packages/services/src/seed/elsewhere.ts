import { addDays, addMonths, type Day, formatDay } from '@gs/domain'
import type { Standing } from '@gs/domain/credentials'
import type { CompiledPack } from '@gs/domain/rules'
import type { StoredEntry } from '../standings/index.ts'
import type { History, HistoryHolding, HistoryMaking } from './history.ts'

/** A credential that somebody of a population can hold beside the demo's own. */
export interface Offered {
  readonly code: string
  readonly packId: string
}

export interface Elsewhere extends HistoryMaking {
  readonly offered: readonly Offered[]
  /** How a holding of the history stands today. */
  readonly judge: (holding: HistoryHolding, history: History) => Standing
}

/** The length of a term that the rules leave to the certificate. */
const USUAL_MONTHS = 24
const MOST_AWARDS = 8
/** Some cycles are over: every body has holders who let it lapse. */
const OVER = 1.25

/** Adds a holding under one of all packs, in a cycle of its own, with awards in that pack's unit and categories. */
export function holdElsewhere(making: Elsewhere, history: History): void {
  const { chance, packs } = making
  const free = making.offered.filter(({ code }) => !history.holdings.some((held) => held.credential === code))
  const [first, ...rest] = free
  if (!first) return
  const { code, packId } = chance.pick([first, ...rest])
  const pack = packs.get(packId)
  if (!pack) return
  const holding = newHolding(making, { code, packId, pack })
  history.holdings.push(holding)
  const standing = making.judge(holding, history)
  if (pack.term.primitive === 'term/none') holding.cycles.push({ number: 1, from: holding.issuedOn, to: null })
  else if (standing.cycle && (standing.cycle.from ?? 0) <= standing.cycle.to) {
    const from = standing.cycle.from === null ? holding.issuedOn : formatDay(standing.cycle.from)
    holding.cycles.push({ number: 1, from, to: formatDay(standing.cycle.to) })
    learnElsewhere(making, history, { pack, standing })
    // Nobody is certified after the last period of a body's rules.
  } else history.holdings.pop()
}

function newHolding(
  { chance, newId, today }: Elsewhere,
  { code, packId, pack }: Offered & { readonly pack: CompiledPack },
): HistoryHolding {
  const { term } = pack
  const months =
    term.primitive === 'term/rolling'
      ? 12 * term.years
      : 'months' in term && term.months !== undefined
        ? term.months
        : USUAL_MONTHS
  const start = addDays(today, -chance.between(0, Math.floor(months * 30 * OVER)))
  const stated = term.primitive === 'term/given' || term.primitive === 'term/rolling'
  const issuedOn = formatDay(start)
  return {
    id: newId(),
    credential: code,
    packId,
    issuedOn,
    knownOn: issuedOn,
    source: 'confirmed',
    number: null,
    confirmedOn: null,
    ended: null,
    facts: stated ? { cycleStart: issuedOn, expiresOn: formatDay(addDays(addMonths(start, months), -1)) } : {},
    cycles: [],
    renewals: [],
  }
}

interface Learning {
  readonly pack: CompiledPack
  readonly standing: Standing
}

function learnElsewhere(making: Elsewhere, history: History, { pack, standing }: Learning): void {
  const { chance, today } = making
  const from: Day = standing.cycle?.from ?? addDays(today, -30)
  const required = standing.required ?? 0
  if (required === 0 || from >= today) return
  const categories = pack.pack.categories.map((category) => category.code)
  for (let n = chance.between(0, MOST_AWARDS); n > 0; n--) {
    const [first, ...rest] = categories
    const category = first === undefined ? '' : chance.pick([first, ...rest])
    const day = formatDay(addDays(from, chance.between(0, today - from)))
    // Whole tenths of the unit, from a twentieth to a third of what the cycle asks.
    const amount = Math.max(100, Math.round((required * (5 + chance.between(0, 28))) / 100 / 100) * 100)
    history.entries.push(entryOf(making, { day, packId: pack.pack.id, category, amount }))
  }
}

interface Credited {
  readonly day: string
  readonly packId: string
  readonly category: string
  readonly amount: number
}

const entryOf = ({ newId }: Elsewhere, { day, packId, category, amount }: Credited): StoredEntry => ({
  id: newId(),
  seq: 0,
  activity: 'Approved course of another provider',
  type: 'course',
  completedOn: day,
  filedOn: null,
  approvedOn: day,
  knownOn: day,
  reversedOn: null,
  courseId: null,
  credits: [{ packId, category, amount }],
})
