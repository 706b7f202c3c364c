import { describe, expect, it } from 'vitest'
import { type Amount, type Day, formatAmount, formatDay, thousandths } from '../kernel/index.ts'
import type { CompiledPack, Words } from '../rules/index.ts'
import { packInWords } from '../rules/index.ts'
import { allocate } from './allocate.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import type { At, HoldingFacts } from './facts.ts'
import { smallestChange } from './smallest-change.ts'
import type { Standing } from './standing.ts'
import { allPacks, type Golden, goldenCases } from './testing/golden.ts'
import { worthOf } from './worth.ts'

/** How many later standings of a case are told. */
const LATER = 6

const day = (value: Day | null): string => (value === null ? 'no day' : formatDay(value))
const amount = (value: Amount | null): string => (value === null ? '–' : formatAmount(value))
const both = ({ en, es }: Words): string[] => [`    ${en}`, `    ${es}`]

/** Everything that a standing says, a line a group. */
function standingLines(standing: Standing): string[] {
  const { cycle, gap, nextCycle, prerequisiteGap, lateFee, renewalFee } = standing
  const span = (of: { from: Day | null; to: Day } | null): string => (of ? `${day(of.from)} to ${day(of.to)}` : '–')
  return [
    `  ${standing.status}, in force ${standing.inForce}, can renew ${standing.canRenew}`,
    `  counted ${amount(standing.counted)} of ${amount(standing.required)}, needed ${amount(standing.needed)}, wasted ${amount(standing.wasted)}, carried ${amount(standing.carriedOut)}`,
    ...standing.secondTotals.map((total) => `  ${total.code}: ${amount(total.counted)} of ${amount(total.required)}`),
    `  missing ${standing.missing.join(' ') || 'nothing'}`,
    ...standing.rejected.map(({ award, reason }) => `  rejected ${award}: ${reason}`),
    `  cycle ${span(cycle)}, expires ${day(standing.expiresOn)}, earn by ${day(standing.earnBy)}, file ${day(standing.fileFrom)} to ${day(standing.fileBy)}`,
    `  next cycle ${span(nextCycle)}, next expiry ${day(standing.nextExpiresOn)}, gap ${span(gap)}, card gap ${span(prerequisiteGap)}, card through ${day(standing.prerequisiteValidThrough)}`,
    `  fee ${renewalFee ? `${renewalFee.amount} ${renewalFee.currency}` : '–'}, late ${lateFee ? `${lateFee.amount} ${lateFee.currency}` : '–'}`,
    `  renews ${standing.alsoRenews?.join(' ') ?? '–'}, renewed by ${standing.alsoRenewedBy ?? '–'}`,
  ]
}

/** What the standing becomes by itself, from one day on which it changes to the next. */
function laterLines(pack: CompiledPack, facts: HoldingFacts, first: Standing): string[] {
  const lines: string[] = []
  let on = first.nextChangeOn
  for (let i = 0; i < LATER && on !== null; i++) {
    const then = evaluate(pack, facts, { asOf: on })
    lines.push(
      `  from ${day(on)}: ${then.status}, in force ${then.inForce}, can renew ${then.canRenew}, counted ${amount(then.counted)}, missing ${then.missing.join(' ') || 'nothing'}, late ${then.lateFee?.amount ?? '–'}`,
    )
    on = then.nextChangeOn
  }
  if (on === null) lines.push('  and so it stays')
  return lines
}

function worthLines(pack: CompiledPack, facts: HoldingFacts, at: At): string[] {
  return [null, ...pack.pack.categories.map(({ code }) => code)].map((category) => {
    const worth = worthOf(pack, facts, { completedOn: at.asOf, credits: thousandths(1900), category }, at)
    return `  1.9 more ${category ?? 'of no category'}: counts ${amount(worth.counts)}, wastes ${amount(worth.wastes)}, carries ${amount(worth.carries)}${worth.completes ? ', completes' : ''}`
  })
}

function caseLines({ id, pack, facts, asOf }: Golden): string[] {
  const standing = evaluate(pack, facts, { asOf })
  const change = smallestChange(pack, facts, { asOf })
  return [
    '',
    `## ${id}, on ${day(asOf)}`,
    ...standingLines(standing),
    ...allocate(pack, facts, { asOf }).map(
      (part) => `  ${part.awardId} gives ${amount(part.amount)} to ${part.requirement}`,
    ),
    ...worthLines(pack, facts, { asOf }),
    ...laterLines(pack, facts, standing),
    ...(change ? ['  smallest change', ...both(change.words)] : []),
    ...explain(pack, facts, { asOf }).flatMap(({ rule, source, text, textEs, amount: of }) => [
      `  ${rule}${of === undefined ? '' : ` = ${amount(of)}`} (${source})`,
      ...both({ en: text, es: textEs }),
    ]),
  ]
}

const packLines = (pack: CompiledPack): string[] =>
  packInWords(pack.pack).sections.flatMap(({ title, sentences }) => [
    ...both(title).map((line) => line.trim()),
    ...sentences.flatMap(({ id, primitive, text, binds }) => [
      `- ${id}${primitive ? ` (${primitive})` : ''}`,
      ...both(text),
      ...(binds ? both(binds) : []),
    ]),
  ])

/**
 * Read what changed here as the holder and the auditor would: these files hold, in words, all that the product says of
 * each golden case. `vitest -u` writes them anew.
 */
describe('what is said of the golden cases', () => {
  const cases = goldenCases()

  it.each(allPacks().map((pack) => [pack.pack.id, pack] as const))('%s', async (id, pack) => {
    const own = cases.filter((each) => each.pack.pack.id === id)
    const text = [`# ${id}`, ...packLines(pack), ...own.flatMap(caseLines), ''].join('\n')
    await expect(text).toMatchFileSnapshot(`./testing/explanations/${id}.txt`)
  })
})
