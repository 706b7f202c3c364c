import type { PageAddress } from '@gs/lobby/server'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MemberList } from '../../../features/organisation/MemberList.tsx'
import { memberQuery } from '../../../features/organisation/member-query.ts'
import { SettingsFrame } from '../../../features/organisation/SettingsFrame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.people') }
}

export default async function SettingsPeoplePage({ searchParams }: PageAddress) {
  return (
    <SettingsFrame current="people">
      <MemberList query={memberQuery(await searchParams)} />
    </SettingsFrame>
  )
}
