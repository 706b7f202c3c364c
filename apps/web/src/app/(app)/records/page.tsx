import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordList } from '../../../features/issuance/RecordList.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issuance')
  return { title: t('title') }
}

export default async function RecordsPage() {
  const api = await serverCaller()
  return <RecordList records={await load(api.records.list())} />
}
