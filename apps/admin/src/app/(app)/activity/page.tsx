import { Card, FilterBar, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageNavigation } from '../../../features/list/PageNavigation.tsx'
import { address, dayIn, oneOf, pageIn, type SearchParams } from '../../../features/list/params.ts'
import { EventsTable } from '../../../features/trail/EventsTable.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trail.activity'))('title') }
}

const PATH = '/activity'

export default async function ActivityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams
  const filter = {
    action: oneOf(params, 'action')?.slice(0, 80),
    actor: oneOf(params, 'actor')?.slice(0, 120),
    person: oneOf(params, 'person')?.slice(0, 120),
    from: dayIn(params, 'from'),
    to: dayIn(params, 'to'),
    knownOn: dayIn(params, 'asOf'),
  }
  const api = await serverCaller()
  const [events, actions, profile, t, list, names, locale] = await Promise.all([
    load(api.trail.events({ ...filter, page: pageIn(params) })),
    load(api.trail.actions()),
    load(api.account.profile()),
    getTranslations('trail.activity'),
    getTranslations('list'),
    getTranslations('trail.actions'),
    getLocale(),
  ])
  const nameOf = (action: string) => {
    const key = action.replaceAll('.', '_')
    return names.has(key) ? names(key) : action
  }
  const query = { ...filter, knownOn: undefined, asOf: filter.knownOn }
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
            {
              name: 'action',
              label: t('filters.action'),
              value: filter.action,
              options: [
                { value: '', label: list('any') },
                ...actions
                  .map((value) => ({ value, label: nameOf(value) }))
                  .sort((a, b) => a.label.localeCompare(b.label, locale)),
              ],
            },
            { name: 'actor', label: t('filters.actor'), type: 'search', value: filter.actor },
            { name: 'person', label: t('filters.person'), type: 'search', value: filter.person },
            { name: 'from', label: t('filters.from'), type: 'date', value: filter.from },
            { name: 'to', label: t('filters.to'), type: 'date', value: filter.to },
            { name: 'asOf', label: t('filters.asOf'), type: 'date', value: filter.knownOn },
          ]}
        />
        <Card flush>
          <EventsTable rows={events.rows} timeZone={profile.timeZone} />
        </Card>
        <PageNavigation {...events} hrefOf={(page) => address(PATH, { ...query, page })} />
      </div>
    </div>
  )
}
