import { ExplanationSheet, PrintButton } from '@gs/lobby/explanation'
import { Breadcrumbs, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { asked, isId, type SearchParams } from '../../../../../features/holdings/asked.ts'
import { load, serverCaller } from '../../../../../server/caller.ts'

interface ExplanationPageProps {
  params: Promise<{ holdingId: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explanation'))('steps') }
}

export default async function ExplanationPage({ params, searchParams }: ExplanationPageProps) {
  const { holdingId } = await params
  if (!isId(holdingId)) notFound()
  const api = await serverCaller()
  const [explanation, locale, t, standings] = await Promise.all([
    load(api.standing.explanation({ holdingId, ...asked(await searchParams) })),
    getLocale(),
    getTranslations('explanation'),
    getTranslations('standings'),
  ])
  const { credential, asOf, knownAt } = explanation
  const title = t('title', { credential: credential.name[locale === 'es' ? 'es' : 'en'] })
  return (
    <>
      <PageHeader
        title={title}
        description={t('intro', {
          body: credential.body,
          asOf: formatCivilDay(locale, asOf, 'long'),
          knownAt: formatCivilDay(locale, knownAt, 'long'),
        })}
        breadcrumbs={
          <Breadcrumbs
            label={standings('breadcrumbs')}
            linkAs={Link}
            items={[{ label: standings('title'), href: '/' }, { label: title }]}
          />
        }
        actions={<PrintButton label={t('print')} />}
      />
      <ExplanationSheet explanation={explanation} path={`/standing/${holdingId}/explanation`} />
    </>
  )
}
