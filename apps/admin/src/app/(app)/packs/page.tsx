import { buttonClass, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageNavigation } from '../../../features/list/PageNavigation.tsx'
import { address, oneOf, pageIn, type SearchParams, someOf } from '../../../features/list/params.ts'
import { LEVELS, PackFilters } from '../../../features/packs/PackFilters.tsx'
import { PackTable } from '../../../features/packs/PackTable.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('packs'))('title') }
}

export default async function PacksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const query = {
    q: oneOf(params, 'q')?.slice(0, 120),
    body: oneOf(params, 'body')?.slice(0, 80),
    confidence: someOf(params, 'confidence', LEVELS)[0],
  }
  const api = await serverCaller()
  const [found, t] = await Promise.all([
    load(api.packs.list({ search: query.q, body: query.body, confidence: query.confidence, page: pageIn(params) })),
    getTranslations('packs'),
  ])
  return (
    <div>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          <a href="/packs/doubts" className={buttonClass({ variant: 'secondary' })}>
            {t('facts.open')}
          </a>
        }
      />
      <div className="grid gap-6">
        <PackFilters query={query} bodies={found.bodies} />
        <PackTable rows={found.rows} />
        <PageNavigation {...found} hrefOf={(page) => address('/packs', { ...query, page })} />
      </div>
    </div>
  )
}
