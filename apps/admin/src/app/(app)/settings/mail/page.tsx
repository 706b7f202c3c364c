import type { PageAddress } from '@gs/lobby/server'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MailLog } from '../../../../features/organisation/MailLog.tsx'
import { pageOf } from '../../../../features/organisation/member-query.ts'
import { SettingsFrame } from '../../../../features/organisation/SettingsFrame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.mail') }
}

export default async function SettingsMailPage({ searchParams }: PageAddress) {
  return (
    <SettingsFrame current="mail">
      <MailLog page={pageOf(await searchParams)} />
    </SettingsFrame>
  )
}
