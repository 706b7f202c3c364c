import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { VersionView } from '../../../../../../features/courses/VersionView.tsx'
import { load, serverCaller } from '../../../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses.versions'))('title') }
}

interface Props {
  readonly params: Promise<{ readonly versionId: string }>
}

export default async function VersionPage({ params }: Props) {
  const { versionId } = await params
  const api = await serverCaller()
  return <VersionView version={await load(api.courses.version({ versionId }))} />
}
