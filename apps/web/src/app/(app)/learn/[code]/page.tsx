import type { Metadata } from 'next'
import { CourseView } from '../../../../features/courses/CourseView.tsx'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

interface Props {
  readonly params: Promise<{ readonly code: string }>
}

async function courseOf({ params }: Props) {
  const { code } = await params
  const api = await serverCaller()
  return load(api.courses.page({ code: decodeURIComponent(code) }))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await courseOf(props)).title }
}

export default async function CoursePage(props: Props) {
  return (
    <Messages namespaces={['courses', 'guard', 'learning']}>
      <CourseView course={await courseOf(props)} />
    </Messages>
  )
}
