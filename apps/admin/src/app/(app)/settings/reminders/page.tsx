import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '../../../../features/organisation/SettingsFrame.tsx'
import { RemindersView } from '../../../../features/reminders/RemindersView.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.reminders') }
}

export default function SettingsRemindersPage() {
  return (
    <SettingsFrame current="reminders">
      <RemindersView />
    </SettingsFrame>
  )
}
