import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StatementView } from '../../../features/credits/StatementView.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('credits')
  return { title: t('title') }
}

export default async function CreditsPage() {
  const api = await serverCaller()
  return <StatementView statement={await load(api.credits.statement())} />
}
