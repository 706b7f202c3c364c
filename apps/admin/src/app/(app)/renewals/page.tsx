import { PageHeader, TabLinks } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageNavigation } from '../../../features/list/PageNavigation.tsx'
import { address, oneOf, pageIn, type SearchParams } from '../../../features/list/params.ts'
import { RenewalsTable } from '../../../features/renewals/RenewalsTable.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('renewals'))('title') }
}

const FILTERS = ['waiting', 'decided'] as const

export default async function RenewalsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const filter = oneOf(params, 'show') === 'decided' ? 'decided' : 'waiting'
  const api = await serverCaller()
  const [found, t] = await Promise.all([
    load(api.renewals.list({ filter, page: pageIn(params) })),
    getTranslations('renewals'),
  ])
  const hrefOf = (show: (typeof FILTERS)[number], page = 1): string =>
    address('/renewals', { show: show === 'waiting' ? undefined : show, page })
  return (
    <div className="grid gap-6">
      <PageHeader title={t('title')} description={t('intro')} />
      <TabLinks
        label={t('tabs.label')}
        items={FILTERS.map((each) => ({ href: hrefOf(each), label: t(`tabs.${each}`), current: each === filter }))}
      />
      <RenewalsTable rows={found.rows} filter={filter} />
      <PageNavigation {...found} hrefOf={(page) => hrefOf(filter, page)} />
    </div>
  )
}
