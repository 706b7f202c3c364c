import { type Amount, thousandths, ZERO } from '../../kernel/index.ts'
import type { CompiledPack } from '../../rules/engine.ts'
import { categoryWords, creditWords, dayWords, type TraceLine, type Words } from '../../rules/index.ts'
import type { HoldingFacts } from '../facts.ts'
import type { Judgement } from '../judge/judge.ts'
import type { Standing } from '../standing.ts'
import { ownLine, ruleLine } from './line.ts'

interface Parts {
  readonly facts: HoldingFacts
  readonly judgement: Judgement
  readonly standing: Standing
}

/** What is required, the groups that bind, and what it all comes to. */
export function totalLines(pack: CompiledPack, { facts, judgement, standing }: Parts): TraceLine[] {
  if (standing.required === null) return []
  const lines: TraceLine[] = [...requiredLines(pack, facts, judgement, standing.required)]
  lines.push(...groupLines(pack, judgement), ...yearLines(pack, judgement))
  for (const [i, total] of standing.secondTotals.entries()) {
    const rule = pack.secondTotals[i]?.rule
    const counted = creditWords(pack.pack, total.counted)
    if (rule)
      lines.push(ruleLine(pack, rule, { en: `Here: ${counted.en}.`, es: `Aquí: ${counted.es}.` }, total.counted))
  }
  const words = (amount: Amount): Words => creditWords(pack.pack, amount)
  const total = words(thousandths(judgement.count.total))
  const { counted, needed, wasted, carriedOut } = standing
  if (counted !== null) {
    const { unmet, openYears } = judgement.count
    const kept = judgement.count.total > counted && unmet.length + openYears.length > 0
    lines.push(
      ownLine(
        'counted',
        {
          en: `Of ${total.en}, ${words(counted).en} count toward ${words(standing.required).en}${kept ? '; room is kept for what the minima lack' : ''}.`,
          es: `De ${total.es}, cuentan ${words(counted).es} para ${words(standing.required).es}${kept ? '; se reserva lugar para lo que falta a los mínimos' : ''}.`,
        },
        counted,
      ),
    )
  }
  if (needed !== null && needed > ZERO)
    lines.push(
      ownLine('needed', { en: `Still needed: ${words(needed).en}.`, es: `Faltan: ${words(needed).es}.` }, needed),
    )
  if (pack.carry && carriedOut !== null) {
    const carried = words(carriedOut)
    lines.push(ruleLine(pack, pack.carry, { en: `Here: ${carried.en}.`, es: `Aquí: ${carried.es}.` }, carriedOut))
  }
  if (wasted > ZERO)
    lines.push(
      ownLine(
        'wasted',
        {
          en: `${words(wasted).en} serve nothing in this cycle.`,
          es: `${words(wasted).es} no sirven para nada en este ciclo.`,
        },
        wasted,
      ),
    )
  return lines
}

function requiredLines(pack: CompiledPack, facts: HoldingFacts, judgement: Judgement, required: Amount): TraceLine[] {
  const words = creditWords(pack.pack, required)
  const here = { en: `Here: ${words.en}.`, es: `Aquí: ${words.es}.` }
  if (facts.required !== undefined)
    return [
      ownLine(
        'stated-requirement',
        { en: `Stated for this holder: ${words.en}.`, es: `Indicado para este titular: ${words.es}.` },
        required,
      ),
    ]
  const lines: TraceLine[] = []
  const { rule } = judgement.profile
  if (rule) lines.push(ruleLine(pack, rule, here, required))
  if (pack.requirement.deficit && (facts.deficitFromPreviousPeriod ?? 0) > 0)
    lines.push(ruleLine(pack, pack.requirement.deficit, here, required))
  if (pack.family && (facts.alsoHolds?.length ?? 0) > 0) lines.push(ruleLine(pack, pack.family, null))
  return lines
}

/** Minima and maxima, each with what was found in its group. */
function groupLines(pack: CompiledPack, judgement: Judgement): TraceLine[] {
  const sumOf = (codes: readonly string[]): number =>
    judgement.items
      .filter((item) => codes.some((code) => pack.codes.get(code) === item.code))
      .reduce((sum, item) => sum + item.amount, 0)
  const named = pack.requirement.exemption?.profile === judgement.profile
  const minima = named ? [] : pack.rules.all('category/minimum')
  const lines = [...minima, ...pack.rules.all('category/maximum')].map((rule) => {
    const found = thousandths(sumOf(rule.codes))
    const words = creditWords(pack.pack, found)
    return ruleLine(pack, rule, { en: `Here: ${words.en}.`, es: `Aquí: ${words.es}.` }, found)
  })
  const table = pack.requirement.byCertification.length > 0 ? judgement.profile.groups : []
  for (const group of table) {
    const codes = pack.pack.categories.filter((_, i) => (group.mask >> i) & 1).map((category) => category.code)
    const found = sumOf(codes)
    if (group.max === Number.POSITIVE_INFINITY || found <= group.max || !judgement.profile.rule) continue
    const category = categoryWords(pack.pack, codes)
    const max = creditWords(pack.pack, thousandths(group.max))
    const words = creditWords(pack.pack, thousandths(found))
    lines.push(
      ownLine(
        judgement.profile.rule.id,
        {
          en: `From ${category.en} at most ${max.en} count; there are ${words.en}.`,
          es: `De ${category.es} cuentan como máximo ${max.es}; hay ${words.es}.`,
        },
        thousandths(found),
      ),
    )
  }
  if (pack.distinct) lines.push(ruleLine(pack, pack.distinct, null))
  return lines
}

function yearLines(pack: CompiledPack, judgement: Judgement): TraceLine[] {
  const rule = pack.subPeriod?.rule
  if (!rule) return []
  const { openYears, lostYears } = judgement.count
  if (openYears.length + lostYears.length === 0) return [ruleLine(pack, rule, null)]
  return [...openYears, ...lostYears].map((year) => {
    const sum = thousandths(
      judgement.items.filter((item) => year.holds(item)).reduce((all, item) => all + item.amount, 0),
    )
    const words = creditWords(pack.pack, sum)
    const from = dayWords(year.span.from)
    const to = dayWords(year.span.to)
    return ruleLine(
      pack,
      rule,
      { en: `${from.en} to ${to.en}: ${words.en}.`, es: `Del ${from.es} al ${to.es}: ${words.es}.` },
      sum,
    )
  })
}
