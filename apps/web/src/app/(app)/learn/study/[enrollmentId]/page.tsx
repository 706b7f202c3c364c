import type { Metadata } from 'next'
import { WasteWarning } from '../../../../../features/courses/WasteWarning.tsx'
import { wasting } from '../../../../../features/courses/worth-view.ts'
import { LessonPage } from '../../../../../features/enrollments/LessonPage.tsx'
import { isLastLesson } from '../../../../../features/enrollments/player-view.ts'
import { Messages } from '../../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../../server/caller.ts'

interface Props {
  readonly params: Promise<{ readonly enrollmentId: string }>
  readonly searchParams: Promise<{ readonly lesson?: string | string[] }>
}

async function playerOf({ params, searchParams }: Props) {
  const [{ enrollmentId }, { lesson }, api] = await Promise.all([params, searchParams, serverCaller()])
  return load(api.enrollments.player({ enrollmentId, ...(typeof lesson === 'string' ? { lesson } : {}) }))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lesson, title } = await playerOf(props)
  return { title: lesson ? `${lesson.title} · ${title}` : title }
}

export default async function StudyPage(props: Props) {
  const player = await playerOf(props)
  const api = await serverCaller()
  const course = isLastLesson(player) ? await load(api.courses.page({ code: player.enrollment.courseCode })) : undefined
  const wastes = course !== undefined && wasting(course.worth).length > 0
  return (
    <Messages namespaces={['enrollments', 'guard', 'learning']}>
      <LessonPage
        player={player}
        today={player.today}
        warning={wastes ? <WasteWarning worth={course.worth} beside={course.beside} /> : null}
      />
    </Messages>
  )
}
