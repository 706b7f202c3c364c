import type { StandingStatus } from '@gs/domain/rules'
import { BarChart, Card, EmptyState, StackedBar, StatFigure } from '@gs/ui'
import { ChartNoAxesColumn } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { toneOf } from '../standing/tone.ts'
import { useMissingWords } from '../standing/use-missing-words.ts'
import { type ComplianceQuery, listAddress } from './query.ts'

export interface Overview {
  readonly holdings: number
  readonly people: number
  readonly declared: number
  readonly byStatus: readonly { readonly status: StandingStatus; readonly count: number }[]
  readonly byMonth: readonly {
    readonly month: string
    readonly from: string
    readonly to: string
    readonly count: number
  }[]
  readonly byMissing: readonly { readonly code: string; readonly count: number }[]
}

export interface ComplianceFiguresProps {
  readonly overview: Overview
  readonly query: ComplianceQuery
}

/** Counts by status and expiries by month; each figure leads to the rows behind it. */
export function ComplianceFigures({ overview, query }: ComplianceFiguresProps) {
  const t = useTranslations('compliance.overview')
  const status = useTranslations('standing.status')
  const number = new Intl.NumberFormat(useLocale())
  if (overview.holdings === 0)
    return (
      <EmptyState icon={<ChartNoAxesColumn />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    )
  return (
    <div className="grid gap-6">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
        <li>
          <StatFigure
            label={t('all')}
            value={number.format(overview.holdings)}
            detail={t('people', { count: overview.people })}
            href={listAddress({ query })}
          />
        </li>
        {overview.byStatus.map(({ status: each, count }) => (
          <li key={each}>
            <StatFigure
              label={status(each)}
              value={number.format(count)}
              detail={t('share', { share: count / overview.holdings })}
              tone={toneOf(each)}
              href={listAddress({ query: { ...query, status: [each] } })}
            />
          </li>
        ))}
        {overview.declared > 0 && query.source === undefined ? (
          <li>
            <StatFigure
              label={t('declared')}
              value={number.format(overview.declared)}
              detail={t('declaredApart')}
              tone="neutral"
              href={listAddress({ query: { ...query, source: 'declared' } })}
            />
          </li>
        ) : null}
      </ul>
      <StackedBar
        label={t('shares')}
        segments={overview.byStatus.map(({ status: each, count }) => ({
          id: each,
          label: status(each),
          value: count,
          valueText: number.format(count),
          tone: toneOf(each),
          href: listAddress({ query: { ...query, status: [each] } }),
        }))}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Expiries overview={overview} query={query} />
        <MissingCounts overview={overview} query={query} />
      </div>
    </div>
  )
}

function Expiries({ overview, query }: ComplianceFiguresProps) {
  const t = useTranslations('compliance.overview')
  const format = useFormatter()
  const number = new Intl.NumberFormat(useLocale())
  const monthName = (month: string, style: 'long' | 'short') =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), {
      month: style,
      timeZone: 'UTC',
      ...(style === 'long' ? { year: 'numeric' } : {}),
    })
  return (
    <Card title={t('months.title')} description={t('months.text')}>
      <BarChart
        label={t('months.title')}
        bars={overview.byMonth.map(({ month, from, to, count }) => ({
          id: month,
          label: monthName(month, 'long'),
          shortLabel: monthName(month, 'short'),
          value: count,
          valueText: number.format(count),
          href: listAddress({ query: { ...query, expiresFrom: from, expiresTo: to } }),
        }))}
        table={{ openLabel: t('months.table'), columns: [t('months.month'), t('months.count')] }}
      />
    </Card>
  )
}

function MissingCounts({ overview, query }: ComplianceFiguresProps) {
  const t = useTranslations('compliance.overview')
  const words = useMissingWords()
  const number = new Intl.NumberFormat(useLocale())
  return (
    <Card title={t('missing.title')} description={t('missing.text')}>
      {overview.byMissing.length === 0 ? (
        <p className="text-muted">{t('missing.none')}</p>
      ) : (
        <ul className="grid gap-1">
          {overview.byMissing.map(({ code, count }) => (
            <li key={code}>
              <a
                href={listAddress({ query: { ...query, missing: code } })}
                className="flex min-h-9 items-center justify-between gap-4 rounded-md px-2 hover:bg-sunken"
              >
                <span>{words(code)}</span>
                <span className="font-medium tabular-nums">{number.format(count)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
