import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordPage } from '../../../../features/issuance/RecordPage.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issuance')
  return { title: t('title') }
}

export default async function OwnRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const recordId = (await params).id
  const api = await serverCaller()
  return <RecordPage record={await load(api.records.show({ recordId }))} />
}
