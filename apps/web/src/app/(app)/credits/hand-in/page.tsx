import { Alert, Breadcrumbs, buttonClass, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { OwnSubmissions } from '../../../../features/reviews/OwnSubmissions.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviews'))('title') }
}

export default async function HandInPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  const { done } = await searchParams
  const api = await serverCaller()
  const [submissions, options, t] = await Promise.all([
    load(api.reviews.own()),
    load(api.reviews.options()),
    getTranslations('reviews'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            linkAs={Link}
            items={[{ label: t('credits'), href: '/credits' }, { label: t('title') }]}
          />
        }
        actions={
          <>
            <Link href="/credits/hand-in/activity" prefetch={false} className={buttonClass({ variant: 'primary' })}>
              {t('newActivity')}
            </Link>
            <Link href="/credits/hand-in/card" prefetch={false} className={buttonClass({ variant: 'secondary' })}>
              {t('newCard')}
            </Link>
          </>
        }
      />
      <div className="grid gap-6">
        {(done === 'evidence' || done === 'card') && (
          <Alert tone="success" live title={t('done.title')}>
            {t('done.text')}
          </Alert>
        )}
        <OwnSubmissions submissions={submissions} packs={options.packs} />
      </div>
    </>
  )
}
