import { AccountSettings } from '@gs/lobby/account'
import { load } from '@gs/lobby/server'
import { PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReminderChoices } from '../../../features/reminders/ReminderChoices.tsx'
import { serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function SettingsPage() {
  const [t, api] = await Promise.all([getTranslations('account'), serverCaller()])
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      <AccountSettings api={api}>
        <ReminderChoices reminders={await load(api.reminders.own())} />
      </AccountSettings>
    </>
  )
}
