import { Card, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StartUnitPlan } from '../../../features/plans/StartUnitPlan.tsx'
import { UnitRuns } from '../../../features/plans/UnitRuns.tsx'
import { Messages } from '../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('units.title') }
}

export default async function PlanningPage() {
  const api = await serverCaller()
  const [{ runs, units }, t] = await Promise.all([load(api.plans.units()), getTranslations('plans.units')])
  return (
    <div>
      <PageHeader title={t('title')} description={t('intro')} />
      <div className="grid gap-6">
        <Card title={t('new')} description={t('newText')}>
          <Messages namespaces={['plans']}>
            <StartUnitPlan units={units} />
          </Messages>
        </Card>
        <UnitRuns runs={runs} />
      </div>
    </div>
  )
}
