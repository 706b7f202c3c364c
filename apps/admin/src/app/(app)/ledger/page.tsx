import { Card, FilterBar, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageNavigation } from '../../../features/list/PageNavigation.tsx'
import { address, dayIn, oneOf, pageIn, type SearchParams, someOf } from '../../../features/list/params.ts'
import { ChainNote } from '../../../features/trail/ChainNote.tsx'
import { LedgerTable } from '../../../features/trail/LedgerTable.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trail.ledgerPage'))('title') }
}

const PATH = '/ledger'

export default async function LedgerPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const filter = {
    person: oneOf(params, 'person')?.slice(0, 120),
    kind: someOf(params, 'kind', ['award', 'reversal'])[0],
    knownOn: dayIn(params, 'asOf'),
  }
  const api = await serverCaller()
  const [ledger, locale, t, list] = await Promise.all([
    load(api.trail.ledger({ ...filter, page: pageIn(params) })),
    getLocale(),
    getTranslations('trail.ledgerPage'),
    getTranslations('list'),
  ])
  const query = { person: filter.person, kind: filter.kind, asOf: filter.knownOn }
  const narrowed = Object.values(query).some((value) => value !== undefined)
  return (
    <div>
      <PageHeader
        title={t('title')}
        description={t('intro', { day: formatCivilDay(locale, ledger.knownOn, 'long') })}
      />
      <div className="grid gap-6">
        <FilterBar
          label={t('filters.label')}
          action={PATH}
          submitLabel={list('filter')}
          {...(narrowed ? { clear: { href: PATH, label: list('clear') } } : {})}
          fields={[
            { name: 'person', label: t('filters.person'), type: 'search', value: filter.person },
            {
              name: 'kind',
              label: t('filters.kind'),
              value: filter.kind,
              options: [
                { value: '', label: list('any') },
                { value: 'award', label: t('filters.award') },
                { value: 'reversal', label: t('filters.reversal') },
              ],
            },
            { name: 'asOf', label: t('filters.asOf'), type: 'date', value: filter.knownOn },
          ]}
        />
        <ChainNote chains={ledger.chains} />
        <Card flush>
          <LedgerTable rows={ledger.rows} withPerson />
        </Card>
        <PageNavigation {...ledger} hrefOf={(page) => address(PATH, { ...query, page })} />
      </div>
    </div>
  )
}
