import { Breadcrumbs, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { oneOf, type SearchParams, someOf } from '../../../../features/list/params.ts'
import { DOUBT_KINDS, DoubtFilters } from '../../../../features/packs/DoubtFilters.tsx'
import { DoubtTable } from '../../../../features/packs/DoubtTable.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('packs'))('facts.title') }
}

export default async function DoubtsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const pack = oneOf(params, 'pack')?.slice(0, 80)
  const kind = someOf(params, 'kind', DOUBT_KINDS)[0]
  const api = await serverCaller()
  const [found, t] = await Promise.all([load(api.packs.doubts({ packId: pack, kind })), getTranslations('packs')])
  return (
    <div>
      <PageHeader
        title={t('facts.title')}
        description={t('facts.intro', { count: found.rows.length })}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            items={[{ label: t('title'), href: '/packs' }, { label: t('facts.title') }]}
          />
        }
      />
      <div className="grid gap-6">
        <DoubtFilters query={{ pack, kind }} packs={found.packs} />
        <DoubtTable rows={found.rows} />
      </div>
    </div>
  )
}
