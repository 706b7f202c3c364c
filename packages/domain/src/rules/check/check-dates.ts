import { addDays, type Day, formatDay } from '../../kernel/index.ts'
import type { Pack } from '../pack/schema.ts'
import { dayOfText, spanOf } from '../primitives/base-values.ts'
import { lastDayOf } from '../primitives/window/deadline.ts'
import type { Report } from './report.ts'

interface Period {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Rows of a table by date must follow one another without overlap and, where asked, without a hole. */
function checkTable(rows: readonly Period[], { path, holes }: { path: string; holes: boolean }, report: Report): void {
  const spans = rows.map((row, i) => ({ ...spanOf(row), i })).sort((a, b) => a.from - b.from)
  spans.forEach((span, n) => {
    if (span.to < span.from) report(`${path}[${span.i}]`, 'ends before it begins')
    const next = spans[n + 1]
    if (!next) return
    if (next.from <= span.to) report(`${path}[${next.i}]`, `overlaps another row: both hold on ${formatDay(next.from)}`)
    else if (holes && next.from > addDays(span.to, 1))
      report(`${path}[${next.i}]`, `leaves a hole: no row holds on ${formatDay(addDays(span.to, 1))}`)
  })
}

/** An expiry to try deadlines on: a leap year's end of February shows what a plain day would hide. */
const SAMPLE = dayOfText('2024-02-29')

/** Tables by date that overlap or leave holes, and late windows that come in no order. */
export function checkDates(pack: Pack, report: Report): void {
  const { from, to } = pack.effective
  if (to !== null && dayOfText(to) < dayOfText(from)) report('effective.to', 'lies before effective.from')
  let before: Day | null = null
  pack.rules.forEach((rule, i) => {
    const path = `rules[${i}]`
    if (rule.primitive === 'term/common-period' && dayOfText(rule.end) < dayOfText(rule.start))
      report(`${path}.end`, 'lies before start')
    if (rule.primitive === 'requirement/by-certification-date')
      checkTable(rule.rows, { path: `${path}.rows`, holes: true }, report)
    if (rule.primitive === 'prerequisite/waiver' && dayOfText(rule.to) < dayOfText(rule.from))
      report(`${path}.to`, 'lies before from')
    if (rule.primitive === 'requirement/by-renewal')
      rule.rows.forEach((row, n) => {
        const last = rule.rows[n - 1]
        if (last && row.renewal !== last.renewal + 1)
          report(`${path}.rows[${n}].renewal`, `must be ${last.renewal + 1}: the rows follow one another`)
      })
    if (rule.primitive !== 'window/late') return
    checkTable(rule.fees, { path: `${path}.fees`, holes: true }, report)
    const until = lastDayOf(rule.until, SAMPLE)
    if (before !== null && until <= before)
      report(`${path}.until`, 'ends before the late window above it, or with it: windows follow one another')
    before = until
  })
  checkCaps(pack, report)
}

/** Two caps of one kind and span must not hold for the same days: nobody could say which counts. */
function checkCaps(pack: Pack, report: Report): void {
  const caps = pack.rules.flatMap((rule, i) => (rule.primitive === 'award/activity-cap' ? [{ rule, i }] : []))
  for (const [n, { rule, i }] of caps.entries())
    for (const other of caps.slice(0, n)) {
      if (other.rule.kind !== rule.kind || other.rule.per !== rule.per) continue
      const a = spanOf(rule)
      const b = spanOf(other.rule)
      if (a.from <= b.to && b.from <= a.to) report(`rules[${i}]`, `holds on the same days as rules[${other.i}]`)
    }
}
