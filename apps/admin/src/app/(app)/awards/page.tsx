import { PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageNavigation } from '../../../features/list/PageNavigation.tsx'
import { address, oneOf, pageIn, type SearchParams } from '../../../features/list/params.ts'
import { PeopleSearch } from '../../../features/people/PeopleSearch.tsx'
import { PeopleTable } from '../../../features/people/PeopleTable.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('awards'))('title') }
}

/** The award desk begins with the person. */
export default async function AwardsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const search = oneOf(params, 'q')?.slice(0, 120)
  const api = await serverCaller()
  const [found, me, t] = await Promise.all([
    load(api.people.search({ search, page: pageIn(params) })),
    load(api.session.me()),
    getTranslations('awards'),
  ])
  // Many may look people up; the desk is for whoever awards.
  if (!me.permissions.includes('awards.write')) notFound()
  return (
    <div>
      <PageHeader title={t('title')} description={t('choose')} />
      <div className="grid gap-6">
        <PeopleSearch path="/awards" search={search} />
        <PeopleTable rows={found.rows} hrefOf={({ id }) => `/awards/${id}`} />
        <PageNavigation {...found} hrefOf={(page) => address('/awards', { q: search, page })} />
      </div>
    </div>
  )
}
