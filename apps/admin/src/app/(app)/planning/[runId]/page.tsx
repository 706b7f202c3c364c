import { Breadcrumbs, Card, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageNavigation } from '../../../../features/list/PageNavigation.tsx'
import { pageIn, type SearchParams } from '../../../../features/list/params.ts'
import { isId } from '../../../../features/organisation/is-id.ts'
import { RunControls } from '../../../../features/plans/RunControls.tsx'
import { UnitResult } from '../../../../features/plans/UnitResult.tsx'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('units.title') }
}

interface UnitPlanPageProps {
  params: Promise<{ runId: string }>
  searchParams: Promise<SearchParams>
}

export default async function UnitPlanPage({ params, searchParams }: UnitPlanPageProps) {
  const { runId } = await params
  if (!isId(runId)) notFound()
  const page = pageIn(await searchParams)
  const api = await serverCaller()
  const [result, locale, t] = await Promise.all([
    load(api.plans.unit({ runId, page })),
    getLocale(),
    getTranslations('plans.units'),
  ])
  const { run, without } = result
  return (
    <div>
      <PageHeader
        title={t('of', { unit: run.unit })}
        description={t('asOf', { day: formatCivilDay(locale, run.asOf, 'long') })}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            items={[{ label: t('title'), href: '/planning' }, { label: run.unit }]}
          />
        }
      />
      <div className="grid gap-6">
        <Card>
          <Messages namespaces={['plans']}>
            <RunControls run={run} />
          </Messages>
        </Card>
        <UnitResult {...result} />
        <PageNavigation {...without} hrefOf={(next) => `/planning/${runId}?page=${next}`} />
      </div>
    </div>
  )
}
