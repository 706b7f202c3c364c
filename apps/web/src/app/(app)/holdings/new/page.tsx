import { Messages } from '@gs/lobby/words'
import { Breadcrumbs, Card, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { oneOf, type SearchParams } from '../../../../features/holdings/asked.ts'
import { DeclareForm } from '../../../../features/holdings/DeclareForm.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('holdings'))('add') }
}

export default async function NewCredentialPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const replaces = oneOf(await searchParams, 'replaces')
  const api = await serverCaller()
  const [options, own, t, standings] = await Promise.all([
    load(api.holdings.options()),
    load(api.holdings.own()),
    getTranslations('holdings'),
    getTranslations('standings'),
  ])
  const initial = own.find(({ id, state }) => id === replaces && state === 'declared')
  if (replaces !== undefined && !initial) notFound()
  const title = initial ? t('edit') : t('add')
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={title}
        description={t('formIntro')}
        breadcrumbs={
          <Breadcrumbs
            label={standings('breadcrumbs')}
            linkAs={Link}
            items={[
              { label: standings('title'), href: '/' },
              { label: t('title'), href: '/holdings' },
              { label: title },
            ]}
          />
        }
      />
      <Card>
        <Messages namespaces={['holdings', 'errors']}>
          <DeclareForm options={options} initial={initial} />
        </Messages>
      </Card>
    </div>
  )
}
