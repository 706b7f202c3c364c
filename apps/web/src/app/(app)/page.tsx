import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StandingView } from '../../features/standings/StandingView.tsx'
import { load, serverCaller } from '../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('standings')
  return { title: t('title') }
}

export default async function StandingPage() {
  const api = await serverCaller()
  return <StandingView page={await load(api.standing.page())} />
}
