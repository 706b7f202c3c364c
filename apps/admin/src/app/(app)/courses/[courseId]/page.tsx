import type { Metadata } from 'next'
import { DraftView } from '../../../../features/courses/DraftView.tsx'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

interface Props {
  readonly params: Promise<{ readonly courseId: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { courseId } = await params
  const api = await serverCaller()
  const draft = await load(api.courses.draft({ courseId }))
  return { title: draft.body.title || draft.code }
}

export default async function DraftPage({ params }: Props) {
  const { courseId } = await params
  const api = await serverCaller()
  const [draft, courses, me] = await Promise.all([
    load(api.courses.draft({ courseId })),
    load(api.courses.list()),
    load(api.session.me()),
  ])
  return (
    <Messages namespaces={['courses']}>
      <DraftView
        draft={draft}
        versions={courses.find((course) => course.id === courseId)?.versions ?? []}
        mayWrite={me.permissions.includes('courses.write')}
      />
    </Messages>
  )
}
