import { SUBMISSION_KINDS, SUBMISSION_STATUSES } from '@gs/domain/reviews'
import { FilterBar, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeclaredTable } from '../../../features/holdings/DeclaredTable.tsx'
import { PageNavigation } from '../../../features/list/PageNavigation.tsx'
import { address, oneOf, pageIn, type SearchParams, someOf } from '../../../features/list/params.ts'
import { SubmissionsTable } from '../../../features/reviews/SubmissionsTable.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviews'))('title') }
}

const PATH = '/reviews'

/** What waits for a decision; with `status=all` also what was decided. */
export default async function ReviewsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const shown = someOf(params, 'status', ['all', ...SUBMISSION_STATUSES])[0] ?? 'waiting'
  const kind = someOf(params, 'kind', SUBMISSION_KINDS)[0]
  const search = oneOf(params, 'q')?.slice(0, 120)
  const status = shown === 'all' ? undefined : shown
  const api = await serverCaller()
  const [queue, declared, t, list] = await Promise.all([
    load(api.reviews.queue({ status, kind, search, page: pageIn(params) })),
    load(api.holdings.declared({ page: 1 })),
    getTranslations('reviews'),
    getTranslations('list'),
  ])
  const query = { q: search, kind, status: shown === 'waiting' ? undefined : shown }
  const narrowed = Object.values(query).some((value) => value !== undefined)
  return (
    <div>
      <PageHeader title={t('title')} description={t('intro')} />
      <div className="grid gap-6">
        <FilterBar
          label={t('filters.label')}
          action={PATH}
          submitLabel={list('filter')}
          {...(narrowed ? { clear: { href: PATH, label: list('clear') } } : {})}
          fields={[
            { name: 'q', label: t('filters.search'), type: 'search', value: search, maxLength: 120 },
            {
              name: 'status',
              label: t('filters.status'),
              value: shown,
              options: [
                ...SUBMISSION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
                { value: 'all', label: t('filters.all') },
              ],
            },
            {
              name: 'kind',
              label: t('filters.kind'),
              value: kind,
              options: [
                { value: '', label: list('any') },
                ...SUBMISSION_KINDS.map((value) => ({ value, label: t(`filters.${value}`) })),
              ],
            },
          ]}
        />
        {declared.total > 0 ? <DeclaredTable {...declared} /> : null}
        <SubmissionsTable rows={queue.rows} withPerson />
        <PageNavigation {...queue} hrefOf={(page) => address(PATH, { ...query, page })} />
      </div>
    </div>
  )
}
