import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvitationList } from '../../../../features/organisation/InvitationList.tsx'
import { SettingsFrame } from '../../../../features/organisation/SettingsFrame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.invitations') }
}

export default function SettingsInvitationsPage() {
  return (
    <SettingsFrame current="invitations">
      <InvitationList />
    </SettingsFrame>
  )
}
