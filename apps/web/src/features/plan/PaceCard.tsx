'use client'

import { Card, Disclosure } from '@gs/ui'
import { TrendChart } from '@gs/ui/charts'
import { PaceForm } from './PaceForm.tsx'
import type { Adopted, PlanPage } from './types.ts'
import { type PlanWords, usePlanWords } from './use-plan-words.ts'

/** Weeks that are listed ahead. */
const WEEKS_AHEAD = 6
const DAYS_A_WEEK = 7
const MS_A_DAY = 86_400_000

/** Planned against done, the weeks ahead, and how somebody wants to learn. */
export function PaceCard({ page }: { page: PlanPage }) {
  const words = usePlanWords(page)
  const { t } = words
  const { adopted } = page
  return (
    <Card title={t('pace.title')} description={t('pace.description')}>
      <div className="space-y-5">
        {adopted && adopted.weeks.length > 0 ? <PlannedAndDone adopted={adopted} words={words} /> : null}
        {adopted ? <WeeksAhead adopted={adopted} words={words} /> : null}
        <Disclosure summary={t('pace.settings')} open={!adopted}>
          <PaceForm page={page} />
        </Disclosure>
      </div>
    </Card>
  )
}

interface Month {
  readonly id: string
  readonly planned: number
  readonly done: number | null
}

/** Of each month the last week, for weeks are too many to be read over years; a month without work stands where it stood. */
function monthsOf(weeks: Adopted['weeks']): readonly Month[] {
  const known = new Map<string, Month>()
  for (const { by, planned, done } of weeks) {
    const id = by.slice(0, 7)
    known.set(id, { id, planned, done: done ?? known.get(id)?.done ?? null })
  }
  const ids = [...known.keys()]
  const [first, last] = [ids[0], ids.at(-1)]
  if (first === undefined || last === undefined) return []
  const months: Month[] = []
  for (let id = first; id <= last; id = monthAfter(id)) {
    const before = months.at(-1)
    months.push(known.get(id) ?? { id, planned: before?.planned ?? 0, done: null })
  }
  return months
}

const monthAfter = (id: string): string => {
  const [year = 0, month = 0] = id.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

function PlannedAndDone({ adopted, words }: { adopted: Adopted; words: PlanWords }) {
  const { t, locale } = words
  const months = monthsOf(adopted.weeks)
  const named = (id: string, month: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${id}-01T00:00:00Z`))
  return (
    <TrendChart
      label={t('pace.chart')}
      steps={months.map(({ id }) => ({ id, label: named(id, 'long'), shortLabel: named(id, 'short') }))}
      series={[
        {
          id: 'planned',
          label: t('pace.planned'),
          tone: 'neutral',
          values: months.map(({ planned }) => planned),
          forecast: true,
        },
        { id: 'done', label: t('pace.done'), tone: 'good', values: months.map(({ done }) => done) },
      ]}
      format={(value) => words.hours(Math.round(value))}
      table={{ openLabel: t('pace.table'), stepColumn: t('pace.month') }}
    />
  )
}

const weekOf = (day: string): string => {
  const time = Date.parse(`${day}T00:00:00Z`)
  const monday = time - ((new Date(time).getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK) * MS_A_DAY
  return new Date(monday).toISOString().slice(0, 10)
}

function WeeksAhead({ adopted, words }: { adopted: Adopted; words: PlanWords }) {
  const { t } = words
  const weeks = new Map<string, Map<string, number>>()
  for (const { day, title, hours } of adopted.plan.blocks) {
    const week = weeks.get(weekOf(day)) ?? new Map<string, number>()
    week.set(title, (week.get(title) ?? 0) + hours)
    weeks.set(weekOf(day), week)
  }
  const shown = [...weeks].slice(0, WEEKS_AHEAD)
  if (shown.length === 0) return null
  return (
    <section aria-label={t('pace.weeks')}>
      <h3 className="mb-2 font-medium text-sm">{t('pace.weeks')}</h3>
      <ul className="divide-y divide-line text-sm">
        {shown.map(([monday, courses]) => (
          <li key={monday} className="flex justify-between gap-4 py-1.5">
            <span className="shrink-0 text-muted tabular-nums">{t('pace.weekOf', { day: words.day(monday) })}</span>
            <span className="text-end">
              {[...courses].map(([title, hours]) => `${title}: ${words.hours(hours)}`).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
