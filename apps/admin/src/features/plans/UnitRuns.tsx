import { Card, EmptyState, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { Route } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { UnitPlans } from './types.ts'

/** The newest runs over units. */
export function UnitRuns({ runs }: { runs: UnitPlans['runs'] }) {
  const t = useTranslations('plans.units')
  const locale = useLocale()
  return (
    <Card flush>
      <Table
        caption={t('runs')}
        rows={runs}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/planning/${id}`}
        empty={
          <EmptyState icon={<Route />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
        columns={[
          { key: 'unit', header: t('unit'), title: true, cell: (run) => run.unit },
          { key: 'day', header: t('day'), nowrap: true, cell: (run) => formatCivilDay(locale, run.asOf) },
          { key: 'state', header: t('state'), phone: 'corner', cell: (run) => t(`status.${run.status}`) },
          {
            key: 'planned',
            header: t('planned'),
            align: 'end',
            numeric: true,
            cell: (run) => t('progress', { planned: run.planned, total: run.total }),
          },
          { key: 'feasible', header: t('feasible'), align: 'end', numeric: true, cell: (run) => run.feasible },
          { key: 'infeasible', header: t('infeasible'), align: 'end', numeric: true, cell: (run) => run.infeasible },
        ]}
      />
    </Card>
  )
}
