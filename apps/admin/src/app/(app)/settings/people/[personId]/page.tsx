import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '../../../../../features/organisation/is-id.ts'
import { MemberPage } from '../../../../../features/organisation/MemberPage.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.people') }
}

export default async function SettingsPersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  if (!isId(personId)) notFound()
  return <MemberPage personId={personId} />
}
