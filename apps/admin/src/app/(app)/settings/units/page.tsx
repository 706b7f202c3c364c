import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '../../../../features/organisation/SettingsFrame.tsx'
import { UnitTree } from '../../../../features/organisation/UnitTree.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.units') }
}

export default function SettingsUnitsPage() {
  return (
    <SettingsFrame current="units">
      <UnitTree />
    </SettingsFrame>
  )
}
