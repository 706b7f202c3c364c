import type { PersonId } from '@gs/domain'
import { Messages } from '@gs/lobby/words'
import { Breadcrumbs, Card, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AddHoldingForm } from '../../../../../../features/holdings/AddHoldingForm.tsx'
import { isId } from '../../../../../../features/organisation/is-id.ts'
import { load, serverCaller } from '../../../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('credentials'))('add') }
}

export default async function NewHoldingPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  if (!isId(personId)) notFound()
  const api = await serverCaller()
  const [{ person }, options, t, people] = await Promise.all([
    load(api.people.get({ personId })),
    load(api.holdings.options({ personId })),
    getTranslations('credentials'),
    getTranslations('people'),
  ])
  const name = `${person.givenName} ${person.familyName}`
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t('add')}
        description={t('addIntro', { name })}
        breadcrumbs={
          <Breadcrumbs
            label={people('breadcrumbs')}
            items={[
              { label: people('title'), href: '/people' },
              { label: name, href: `/people/${personId}` },
              { label: t('add') },
            ]}
          />
        }
      />
      <Card>
        <Messages namespaces={['credentials', 'holdings', 'errors']}>
          <AddHoldingForm personId={personId as PersonId} options={options} />
        </Messages>
      </Card>
    </div>
  )
}
