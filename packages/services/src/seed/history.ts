import { addDays, type Day, earlierDay, formatDay } from '@gs/domain'
import { type Allocation, allocate, evaluate, explain, type Standing } from '@gs/domain/credentials'
import type { CompiledPack } from '@gs/domain/rules'
import { type Arithmetic, arithmeticOf } from '../renewals/arithmetic.ts'
import {
  factsOfHolding,
  type PersonFacts,
  type StoredCard,
  type StoredEntry,
  type StoredHolding,
  storedDay,
} from '../standings/index.ts'
import { type DemoActivity, SHORT_ACTIVITIES, SPECIALIZATIONS } from './activities.ts'
import type { Chance } from './random.ts'

/** One person's invented past, in the form in which the product loads stored facts. */
export interface History extends PersonFacts {
  readonly holdings: HistoryHolding[]
  readonly entries: StoredEntry[]
  readonly cards: StoredCard[]
}

export interface HistoryHolding extends StoredHolding {
  readonly cycles: { readonly number: number; readonly from: string; readonly to: string | null }[]
  readonly renewals: HistoryRenewal[]
}

export interface HistoryRenewal {
  readonly id: string
  readonly cycle: number
  readonly on: string
  readonly knownOn: string
  readonly entries: readonly string[]
  readonly arithmetic: Arithmetic
  readonly allocations: readonly Allocation[]
  readonly cardId: string | null
}

export interface HistoryMaking {
  readonly chance: Chance
  readonly today: Day
  readonly packs: ReadonlyMap<string, CompiledPack>
  /** Whether renewals keep the reasons of their day; a population for load goes without. */
  readonly reasons?: boolean
  readonly newId: () => string
}

/** The certifications of the demo, with the pack of each and how many hold it. */
const CERTIFICATIONS = [
  { credential: 'NASM-CPT', packId: 'nasm-cpt', share: 0.7 },
  { credential: 'ACE-CPT', packId: 'ace-cpt', share: 0.2 },
  { credential: 'ISSA-CPT', packId: 'issa', share: 0.18 },
] as const

const YEARS_BACK = 7

/** Invents a past that obeys the rules: every renewal in it is one that the evaluator allowed on its day. */
export function inventHistory(making: HistoryMaking): History {
  const { chance, today } = making
  const history: History = { holdings: [], entries: [], cards: [] }
  const wanted = CERTIFICATIONS.filter((certification) => chance.happens(certification.share))
  for (const certification of wanted.length > 0 ? wanted : [CERTIFICATIONS[0]]) {
    const issuedOn = addDays(today, -chance.between(5, YEARS_BACK * 365))
    const holding = newHolding(making, { ...certification, issuedOn })
    history.holdings.push(holding)
    liveThrough(making, history, holding)
  }
  for (const { title, courseCode } of SPECIALIZATIONS) {
    const earned = history.entries.find((entry) => entry.activity === title)
    if (!earned || !courseCode) continue
    history.holdings.push({
      id: making.newId(),
      credential: `NASM-${courseCode}`,
      packId: 'nasm-specialization',
      issuedOn: earned.completedOn,
      knownOn: earned.completedOn,
      source: 'confirmed',
      number: null,
      confirmedOn: null,
      ended: null,
      facts: {},
      cycles: [{ number: 1, from: earned.completedOn, to: null }],
      renewals: [],
    })
  }
  return history
}

interface NewHolding {
  readonly credential: string
  readonly packId: string
  readonly issuedOn: Day
}

function newHolding({ newId }: HistoryMaking, { credential, packId, issuedOn }: NewHolding): HistoryHolding {
  const day = formatDay(issuedOn)
  return {
    id: newId(),
    credential,
    packId,
    issuedOn: day,
    knownOn: day,
    source: 'confirmed',
    number: null,
    confirmedOn: null,
    ended: null,
    facts: {},
    cycles: [],
    renewals: [],
  }
}

const MOST_CYCLES = 6

function liveThrough(making: HistoryMaking, history: History, holding: HistoryHolding): void {
  const { chance, today, packs } = making
  const pack = packs.get(holding.packId)
  if (!pack) throw new Error(`the demo needs pack ${holding.packId}`)
  const judge = (asOf: Day): Standing => evaluate(pack, factsOfHolding(holding, history), { asOf })
  const issuedOn = storedDay(holding.issuedOn)
  const first = judge(issuedOn).cycle?.to
  if (first === undefined) return
  let [from, end] = [issuedOn, first]
  for (let number = 1; number <= MOST_CYCLES; number++) {
    holding.cycles.push({ number, from: formatDay(from), to: formatDay(end) })
    const late = chance.happens(0.06)
    const renewOn = late ? addDays(end, chance.between(1, 85)) : addDays(end, -chance.between(0, 80))
    const gaveUp = chance.happens(number === 1 ? 0.05 : 0.09)
    const until = earlierDay(renewOn, today)
    learn(making, history, { from, until, pace: gaveUp ? 0.3 : paceOf(chance, until, end), judge })
    if (gaveUp || renewOn > today) return
    topUp(making, history, { on: renewOn, judge })
    const standing = judge(renewOn)
    if (standing.canRenew !== true || standing.nextCycle === null) return
    renew(making, history, { holding, pack, number, on: renewOn, standing })
    // A late renewal opens a cycle that has begun already, so its end is known from here and not from a day in it.
    ;[from, end] = [standing.nextCycle.from, standing.nextCycle.to]
  }
}

// Who is near the end of the cycle has done more of it.
const paceOf = (chance: Chance, until: Day, end: Day): number =>
  end - until > 300 ? chance.next() * 0.7 : 0.4 + chance.next()

interface Learning {
  readonly from: Day
  readonly until: Day
  readonly pace: number
  readonly judge: (asOf: Day) => Standing
}

function learn(making: HistoryMaking, history: History, { from, until, pace, judge }: Learning): void {
  const { chance } = making
  keepCard(making, history, until)
  for (let tries = 0; tries < 6; tries++) {
    const standing = judge(until)
    const required = standing.required ?? 0
    if ((standing.counted ?? 0) >= required * Math.min(pace, 1) || until <= from) return
    addEntry(making, history, {
      activity: choose(chance, history),
      on: addDays(from, chance.between(1, Math.max(1, until - from))),
    })
  }
}

function choose(chance: Chance, history: History): DemoActivity {
  const left = SPECIALIZATIONS.filter(({ title }) => !history.entries.some((entry) => entry.activity === title))
  const [first] = left
  return first && chance.happens(0.45) ? chance.pick([first, ...left]) : chance.pick(SHORT_ACTIVITIES)
}

interface ToppingUp {
  readonly on: Day
  readonly judge: (asOf: Day) => Standing
}

// Before the day of renewal most people do what is still missing.
function topUp(making: HistoryMaking, history: History, { on, judge }: ToppingUp): void {
  for (let tries = 0; tries < 8; tries++) {
    const { missing } = judge(on)
    if (!missing.includes('credits')) break
    addEntry(making, history, {
      activity: making.chance.pick(SHORT_ACTIVITIES),
      on: addDays(on, -making.chance.between(0, 20)),
    })
  }
  if (judge(on).missing.some((code) => code.startsWith('cpr')))
    addCard(making, history, addDays(on, -making.chance.between(0, 30)))
}

const CARD_TERM = 24 * 30

function keepCard(making: HistoryMaking, history: History, until: Day): void {
  const newest = history.cards.at(-1)
  if (newest && until - storedDay(newest.issuedOn) < CARD_TERM) return
  if (making.chance.happens(0.85)) addCard(making, history, addDays(until, -making.chance.between(0, 400)))
}

function addCard({ newId, chance }: HistoryMaking, history: History, issuedOn: Day): void {
  const day = formatDay(issuedOn)
  const handsOn = chance.happens(0.95)
  history.cards.push({
    id: newId(),
    type: 'cpr-aed',
    issuer: chance.pick(['AHA', 'ARC']),
    issuedOn: day,
    validThrough: null,
    handsOn,
    knownOn: day,
  })
}

function addEntry(
  { newId }: HistoryMaking,
  history: History,
  { activity, on }: { activity: DemoActivity; on: Day },
): void {
  const day = formatDay(on)
  history.entries.push({
    id: newId(),
    seq: 0,
    activity: activity.title,
    type: activity.type,
    completedOn: day,
    filedOn: null,
    approvedOn: day,
    knownOn: day,
    reversedOn: null,
    courseId: null,
    credits: Object.entries(activity.credits).map(([packId, amount]) => ({ packId, category: '', amount })),
  })
}

interface Renewing {
  readonly holding: HistoryHolding
  readonly pack: CompiledPack
  readonly number: number
  readonly on: Day
  readonly standing: Standing
}

function renew(
  { newId, reasons }: HistoryMaking,
  history: History,
  { holding, pack, number, on, standing }: Renewing,
): void {
  const facts = factsOfHolding(holding, history)
  const at = { asOf: on, knownAt: on }
  const allocations = allocate(pack, facts, at)
  const trace = () => (reasons ? explain(pack, facts, at) : [])
  const arithmetic = arithmeticOf({ pack, facts, standing, at, trace }, { person: history, allocations })
  const usedCard = allocations.some((line) => line.awardId === 'card')
  const card = history.cards.findLast((held) => storedDay(held.issuedOn) <= on)
  holding.renewals.push({
    id: newId(),
    cycle: number,
    on: formatDay(on),
    knownOn: formatDay(on),
    entries: allocations.filter((line) => line.awardId !== 'card').map((line) => line.awardId),
    arithmetic,
    allocations,
    cardId: usedCard && card ? card.id : null,
  })
}
