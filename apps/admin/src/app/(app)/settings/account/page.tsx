import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountSettings } from '../../../../features/account/AccountSettings.tsx'
import { SettingsFrame } from '../../../../features/organisation/SettingsFrame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.account') }
}

export default function SettingsAccountPage() {
  return (
    <SettingsFrame current="account">
      <AccountSettings />
    </SettingsFrame>
  )
}
