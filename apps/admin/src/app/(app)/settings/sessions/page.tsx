import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '../../../../features/organisation/SettingsFrame.tsx'
import { SignedInList } from '../../../../features/organisation/SignedInList.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.sessions') }
}

export default function SettingsSessionsPage() {
  return (
    <SettingsFrame current="sessions">
      <SignedInList />
    </SettingsFrame>
  )
}
