import { formatSort } from '@gs/domain/compliance'
import { Breadcrumbs, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ComplianceFilters } from '../../../../features/compliance/ComplianceFilters.tsx'
import { complianceQuery, listAddress, sortIn } from '../../../../features/compliance/query.ts'
import { StandingsTable } from '../../../../features/compliance/StandingsTable.tsx'
import { PageNavigation } from '../../../../features/list/PageNavigation.tsx'
import { pageIn, type SearchParams } from '../../../../features/list/params.ts'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compliance'))('list.title') }
}

const PATH = '/compliance/list'

export default async function ComplianceListPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const query = complianceQuery(params)
  const sort = sortIn(params)
  const api = await serverCaller()
  const [list, options, t] = await Promise.all([
    load(api.compliance.list({ ...query, sort: formatSort(sort), page: pageIn(params) })),
    load(api.compliance.options()),
    getTranslations('compliance'),
  ])
  return (
    <div>
      <PageHeader
        title={t('list.title')}
        description={t('list.intro')}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            items={[{ label: t('title'), href: listAddress({ query }, '/compliance') }, { label: t('list.title') }]}
          />
        }
      />
      <div className="grid gap-6">
        <ComplianceFilters query={query} path={PATH} options={options} />
        <StandingsTable rows={list.rows} credentials={options.credentials} query={query} sort={sort} />
        <PageNavigation {...list} hrefOf={(page) => listAddress({ query, sort, page })} />
      </div>
    </div>
  )
}
