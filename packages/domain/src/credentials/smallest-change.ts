import { addDays, type Day, maxDay, thousandths, ZERO } from '../kernel/index.ts'
import { type CompiledPack, NEVER } from '../rules/engine.ts'
import { type Award, type Card, readMissing } from '../rules/index.ts'
import { allocationOf } from './allocate.ts'
import { type CreditChange, changeWords, type SmallestChange } from './change-words.ts'
import { evaluate } from './evaluate.ts'
import type { At, HoldingFacts } from './facts.ts'
import { judge } from './judge/judge.ts'
import { daysOf } from './judge/known.ts'
import { yearsOf } from './judge/years.ts'

const ONE_YEAR = 365

const cardOf = (type: string, day: Day): Card => ({
  type,
  issuer: null,
  issuedOn: day,
  validThrough: addDays(day, 2 * ONE_YEAR),
  handsOn: true,
})

const awardOf = (change: CreditChange, day: Day, n: number): Award => ({
  id: `change-${n}`,
  completedOn: change.from === null ? day : maxDay(day, change.from),
  kind: 'course',
  decision: 'approved',
  category: change.category,
  credits: change.amount,
})

/** The least credits that complete the cycle, by category and year. */
function creditsLacking(pack: CompiledPack, facts: HoldingFacts, at: At): CreditChange[] {
  const judgement = judge(pack, facts, daysOf(at))
  if (!judgement) return []
  const { window, count, span } = judgement
  const last = pack.sliding || window.until === NEVER ? null : window.until
  const years = yearsOf(pack, span).filter((year) => count.lostYears.every((lost) => lost.name !== year.name))
  const changes: CreditChange[] = allocationOf(pack, facts, judgement).further.map((each) => {
    const year = years[each.year]
    return {
      category: pack.pack.categories[each.code]?.code ?? null,
      amount: thousandths(each.amount),
      from: year && year.span.from > at.asOf ? year.span.from : null,
      by: year ? year.span.to : last,
    }
  })
  for (const second of judgement.seconds)
    if (second.counted < second.required)
      changes.push({
        category: second.code,
        amount: thousandths(second.required - second.counted),
        from: null,
        by: last,
      })
  if (count.distinctShort && changes.length < 2) changes.push(...otherCategory(pack, judgement.items, changes, last))
  return changes
}

/** Any credit of another category does where several are asked for: one contact hour is named. */
function otherCategory(
  pack: CompiledPack,
  items: readonly { readonly code: number }[],
  changes: readonly CreditChange[],
  by: Day | null,
): CreditChange[] {
  const used = new Set(items.map((item) => pack.pack.categories[item.code]?.code))
  for (const change of changes) used.add(change.category ?? undefined)
  const other = pack.pack.categories.find((category) => !used.has(category.code))
  const hour = Math.ceil(60_000 / (pack.pack.unit.minutesPerUnit ?? 60))
  return other ? [{ category: other.code, amount: thousandths(hour), from: null, by }] : []
}

/** null where nothing can make it renewable, or where it is already. */
export function smallestChange(pack: CompiledPack, facts: HoldingFacts, at: At): SmallestChange | null {
  const before = evaluate(pack, facts, at)
  if (before.canRenew !== false || before.missing.length === 0) return null
  const parts = before.missing.map(readMissing)
  if (parts.some((part) => part.incurable || part.kind === 'submission-window' || part.kind === 'audit')) return null
  const cards = parts.filter((part) => part.kind === 'card').map((part) => part.subject)
  const duties = parts.filter((part) => part.kind === 'annual').map((part) => part.subject)
  const waitUntil = parts.some((part) => part.kind === 'renewal-window') ? before.fileFrom : null
  const day = waitUntil ?? at.asOf
  const settled: HoldingFacts = {
    ...facts,
    cards: [...facts.cards, ...cards.map((type) => cardOf(type, at.asOf))],
    dutiesOpen: facts.dutiesOpen?.filter((open) => !duties.includes(`${open.year}:${open.duty}`)),
  }
  const knownAt = maxDay(at.knownAt ?? at.asOf, day)
  const exact = creditsLacking(pack, settled, { asOf: day, knownAt }).filter((change) => change.amount > ZERO)
  for (const credits of [...ofAnyCategory(exact), exact]) {
    const awards = credits.map((change, n) => awardOf(change, day, n))
    const until = awards.reduce<Day>((latest, award) => maxDay(latest, award.completedOn), day)
    const changed: HoldingFacts = { ...settled, awards: [...facts.awards, ...awards] }
    const after = evaluate(pack, changed, { asOf: until, knownAt: maxDay(knownAt, until) })
    if (after.canRenew !== true) continue
    const change = { credits, cards, duties, waitUntil }
    return { ...change, words: changeWords(pack.pack, change) }
  }
  return null
}

/** The same amount without a category, to be tried first: it asks for less where any category does. */
function ofAnyCategory(exact: readonly CreditChange[]): CreditChange[][] {
  const [first] = exact
  if (!first || first.category === null || exact.some((each) => each.from !== first.from || each.by !== first.by))
    return []
  const amount = exact.reduce((sum, each) => sum + each.amount, 0)
  return [[{ ...first, category: null, amount: thousandths(amount) }]]
}
