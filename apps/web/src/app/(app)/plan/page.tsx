import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanView } from '../../../features/plan/PlanView.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plan')
  return { title: t('title') }
}

export default async function PlanPage() {
  const api = await serverCaller()
  return <PlanView page={await load(api.plans.page())} />
}
