import { AccountSettings } from '@gs/lobby/account'
import { PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function SettingsPage() {
  const t = await getTranslations('account')
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      <AccountSettings api={await serverCaller()} />
    </>
  )
}
