import { ExplanationSheet, PrintButton } from '@gs/lobby/explanation'
import { Breadcrumbs, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { dayIn, type SearchParams } from '../../../../../../features/list/params.ts'
import { isId } from '../../../../../../features/organisation/is-id.ts'
import { wordsIn } from '../../../../../../features/standing/amount.ts'
import { load, serverCaller } from '../../../../../../server/caller.ts'

interface ExplanationPageProps {
  params: Promise<{ personId: string; holdingId: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explanation'))('steps') }
}

export default async function ExplanationPage({ params, searchParams }: ExplanationPageProps) {
  const { personId, holdingId } = await params
  if (!isId(personId) || !isId(holdingId)) notFound()
  const search = await searchParams
  const asOf = dayIn(search, 'asOf')
  const knownAt = dayIn(search, 'knownAt')
  const api = await serverCaller()
  const [explanation, locale, t, people] = await Promise.all([
    load(api.people.explanation({ personId, holdingId, ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) })),
    getLocale(),
    getTranslations('explanation'),
    getTranslations('people'),
  ])
  const { credential, person } = explanation
  const title = t('title', { credential: wordsIn(locale, credential.name) })
  return (
    <div>
      <PageHeader
        title={title}
        description={`${person.name} · ${t('intro', {
          body: credential.body,
          asOf: formatCivilDay(locale, explanation.asOf, 'long'),
          knownAt: formatCivilDay(locale, explanation.knownAt, 'long'),
        })}`}
        breadcrumbs={
          <Breadcrumbs
            label={people('breadcrumbs')}
            items={[
              { label: people('title'), href: '/people' },
              { label: person.name, href: `/people/${personId}` },
              { label: title },
            ]}
          />
        }
        actions={<PrintButton label={t('print')} />}
      />
      <ExplanationSheet explanation={explanation} path={`/people/${personId}/holdings/${holdingId}`} />
    </div>
  )
}
