import { PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageNavigation } from '../../../features/list/PageNavigation.tsx'
import { address, oneOf, pageIn, type SearchParams } from '../../../features/list/params.ts'
import { PeopleSearch } from '../../../features/people/PeopleSearch.tsx'
import { PeopleTable } from '../../../features/people/PeopleTable.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const search = oneOf(params, 'q')?.slice(0, 120)
  const api = await serverCaller()
  const [found, t] = await Promise.all([
    load(api.people.search({ search, page: pageIn(params) })),
    getTranslations('people'),
  ])
  return (
    <div>
      <PageHeader title={t('title')} description={t('intro')} />
      <div className="grid gap-6">
        <PeopleSearch path="/people" search={search} />
        <PeopleTable rows={found.rows} hrefOf={({ id }) => `/people/${id}`} />
        <PageNavigation {...found} hrefOf={(page) => address('/people', { q: search, page })} />
      </div>
    </div>
  )
}
