import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '../../../../../features/organisation/is-id.ts'
import { MailText } from '../../../../../features/organisation/MailText.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('tabs.mail') }
}

export default async function SettingsMailTextPage({ params }: { params: Promise<{ mailId: string }> }) {
  const { mailId } = await params
  if (!isId(mailId)) notFound()
  return <MailText mailId={mailId} />
}
