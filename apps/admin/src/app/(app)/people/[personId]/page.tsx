import type { PersonId } from '@gs/domain'
import { Breadcrumbs, buttonClass, Card, PageHeader, StatusBadge, TabLinks } from '@gs/ui'
import { BadgeCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayIn, type SearchParams, someOf } from '../../../../features/list/params.ts'
import { isId } from '../../../../features/organisation/is-id.ts'
import { PersonLedger } from '../../../../features/people/PersonLedger.tsx'
import { PersonRecords } from '../../../../features/people/PersonRecords.tsx'
import { PersonStanding } from '../../../../features/people/PersonStanding.tsx'
import { PERSON_TABS, tabsFor } from '../../../../features/people/tabs.ts'
import { TrainerPlan } from '../../../../features/plans/TrainerPlan.tsx'
import { SubmissionsTable } from '../../../../features/reviews/SubmissionsTable.tsx'
import { EventsTable } from '../../../../features/trail/EventsTable.tsx'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('person') }
}

interface PersonPageProps {
  params: Promise<{ personId: string }>
  searchParams: Promise<SearchParams>
}

export default async function PersonPage({ params, searchParams }: PersonPageProps) {
  const { personId } = await params
  if (!isId(personId)) notFound()
  const search = await searchParams
  const asOf = dayIn(search, 'asOf')
  const api = await serverCaller()
  const [seen, me, t] = await Promise.all([
    load(api.people.get({ personId, ...(asOf ? { asOf } : {}) })),
    load(api.session.me()),
    getTranslations('people'),
  ])
  const tabs = tabsFor(me.permissions)
  const tab = tabs.find((each) => each === someOf(search, 'show', PERSON_TABS)[0]) ?? 'standing'
  const { person } = seen
  const name = `${person.givenName} ${person.familyName}`
  const path = `/people/${personId}`
  const mayAward = me.permissions.includes('awards.write') && !person.own
  const mayDecide = me.permissions.includes('holdings.write') && !person.own
  return (
    <div>
      <PageHeader
        title={name}
        description={`${person.email} · ${person.units.join(' › ')}`}
        meta={person.status === 'suspended' ? <StatusBadge tone="out">{t('table.suspended')}</StatusBadge> : null}
        breadcrumbs={
          <Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('title'), href: '/people' }, { label: name }]} />
        }
        actions={
          mayAward ? (
            <a href={`/awards/${personId}`} className={buttonClass({ variant: 'primary' })}>
              <BadgeCheck aria-hidden className="size-4" /> {t('award')}
            </a>
          ) : null
        }
      />
      <TabLinks
        label={t('tabs.label')}
        className="mb-6"
        items={tabs.map((each) => ({
          href: each === 'standing' ? path : `${path}?show=${each}`,
          label: t(`tabs.${each}`),
          current: each === tab,
        }))}
      />
      {tab === 'standing' && (
        <Messages namespaces={['standing', 'credentials', 'holdings', 'errors']}>
          <PersonStanding path={path} {...seen} decideOn={mayDecide && asOf === undefined ? seen.asOf : null} />
        </Messages>
      )}
      {tab === 'plan' && <TrainerPlan personId={personId as PersonId} name={person.givenName} own={person.own} />}
      {tab === 'ledger' && <PersonLedger personId={personId as PersonId} mayReverse={mayAward} />}
      {tab === 'records' && (
        <Messages namespaces={['people', 'list', 'refusals']}>
          <PersonRecords
            rows={await load(api.people.records({ personId }))}
            mayChange={me.permissions.includes('records.write') && !person.own}
            presentName={name}
          />
        </Messages>
      )}
      {tab === 'submissions' && (
        <SubmissionsTable rows={await load(api.people.submissions({ personId }))} withPerson={false} />
      )}
      {tab === 'trail' && <Trail personId={personId} />}
    </div>
  )
}

async function Trail({ personId }: { personId: string }) {
  const api = await serverCaller()
  const [events, profile] = await Promise.all([load(api.trail.events({ personId })), load(api.account.profile())])
  return (
    <Card flush>
      <EventsTable rows={events.rows} timeZone={profile.timeZone} />
    </Card>
  )
}
