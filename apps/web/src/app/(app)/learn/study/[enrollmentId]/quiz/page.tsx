import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WasteWarning } from '../../../../../../features/courses/WasteWarning.tsx'
import { wasting } from '../../../../../../features/courses/worth-view.ts'
import { QuizPage } from '../../../../../../features/enrollments/QuizPage.tsx'
import { Messages } from '../../../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../../../server/caller.ts'

interface Props {
  readonly params: Promise<{ readonly enrollmentId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('enrollments.quiz')
  return { title: t('title') }
}

export default async function EnrollmentQuizPage({ params }: Props) {
  const { enrollmentId } = await params
  const api = await serverCaller()
  const [player, me] = await Promise.all([load(api.enrollments.player({ enrollmentId })), load(api.session.me())])
  const course = player.ready ? await load(api.courses.page({ code: player.enrollment.courseCode })) : undefined
  const wastes = course !== undefined && wasting(course.worth).length > 0
  return (
    <Messages namespaces={['enrollments', 'guard', 'learning']}>
      <QuizPage
        player={player}
        timeZone={me.timeZone}
        warning={wastes ? <WasteWarning worth={course.worth} beside={course.beside} /> : null}
      />
    </Messages>
  )
}
