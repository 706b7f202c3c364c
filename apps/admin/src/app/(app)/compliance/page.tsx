import { Messages } from '@gs/lobby/words'
import { buttonClass, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ComplianceFigures } from '../../../features/compliance/ComplianceFigures.tsx'
import { ComplianceFilters } from '../../../features/compliance/ComplianceFilters.tsx'
import { complianceQuery, listAddress } from '../../../features/compliance/query.ts'
import { Recomputations } from '../../../features/compliance/Recomputations.tsx'
import type { SearchParams } from '../../../features/list/params.ts'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compliance'))('title') }
}

export default async function CompliancePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = complianceQuery(await searchParams)
  const api = await serverCaller()
  const [overview, options, running, locale, t] = await Promise.all([
    load(api.compliance.overview(query)),
    load(api.compliance.options()),
    load(api.compliance.recomputations()),
    getLocale(),
    getTranslations('compliance'),
  ])
  return (
    <div>
      <PageHeader
        title={t('title')}
        description={t('intro', { day: formatCivilDay(locale, overview.asOf, 'long') })}
        actions={
          <a href={listAddress({ query })} className={buttonClass({ variant: 'primary' })}>
            {t('openList')}
          </a>
        }
      />
      <div className="grid gap-6">
        {running.length > 0 ? (
          <Messages namespaces={['compliance']}>
            <Recomputations initial={running} />
          </Messages>
        ) : null}
        <ComplianceFilters query={query} path="/compliance" options={options} />
        <ComplianceFigures overview={overview} query={query} />
      </div>
    </div>
  )
}
