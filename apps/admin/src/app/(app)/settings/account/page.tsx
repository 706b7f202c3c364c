import { AccountSettings } from '@gs/lobby/account'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '../../../../features/organisation/SettingsFrame.tsx'
import { serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.account') }
}

export default async function SettingsAccountPage() {
  return (
    <SettingsFrame current="account">
      <AccountSettings api={await serverCaller()} />
    </SettingsFrame>
  )
}
