import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RenewalReview } from '../../../../features/renewals/RenewalReview.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('renewals'))('title') }
}

export default async function RenewalPage({ params }: { params: Promise<{ id: string }> }) {
  const api = await serverCaller()
  return <RenewalReview review={await load(api.renewals.show({ renewalId: (await params).id }))} />
}
