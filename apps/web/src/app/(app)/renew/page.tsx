import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RenewView } from '../../../features/renewals/RenewView.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('renewals')
  return { title: t('title') }
}

export default async function RenewPage() {
  const api = await serverCaller()
  return <RenewView renewals={await load(api.renewals.own())} />
}
