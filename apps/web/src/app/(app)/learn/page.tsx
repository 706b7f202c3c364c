import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Catalogue } from '../../../features/courses/Catalogue.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('courses')
  return { title: t('title') }
}

export default async function LearnPage() {
  const api = await serverCaller()
  return <Catalogue courses={await load(api.courses.catalogue())} />
}
