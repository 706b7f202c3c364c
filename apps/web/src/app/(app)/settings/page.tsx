import { AccountSettings } from '@gs/lobby/account'
import { load } from '@gs/lobby/server'
import { PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CalendarCard } from '../../../features/calendar/CalendarCard.tsx'
import { ReminderChoices } from '../../../features/reminders/ReminderChoices.tsx'
import { serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function SettingsPage() {
  const [t, api] = await Promise.all([getTranslations('account'), serverCaller()])
  const [reminders, feed, me] = await Promise.all([
    load(api.reminders.own()),
    load(api.calendar.own()),
    load(api.session.me()),
  ])
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      <AccountSettings api={api}>
        <ReminderChoices reminders={reminders} />
        <CalendarCard since={feed.since} timeZone={me.timeZone} />
      </AccountSettings>
    </>
  )
}
