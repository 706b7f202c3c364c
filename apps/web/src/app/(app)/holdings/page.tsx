import { Breadcrumbs, buttonClass, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { OwnHoldings } from '../../../features/holdings/OwnHoldings.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('holdings'))('title') }
}

export default async function CredentialsPage() {
  const api = await serverCaller()
  const [holdings, t, standings] = await Promise.all([
    load(api.holdings.own()),
    getTranslations('holdings'),
    getTranslations('standings'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        breadcrumbs={
          <Breadcrumbs
            label={standings('breadcrumbs')}
            linkAs={Link}
            items={[{ label: standings('title'), href: '/' }, { label: t('title') }]}
          />
        }
        actions={
          <Link href="/holdings/new" prefetch={false} className={buttonClass({ variant: 'primary' })}>
            {t('add')}
          </Link>
        }
      />
      <OwnHoldings holdings={holdings} />
    </>
  )
}
