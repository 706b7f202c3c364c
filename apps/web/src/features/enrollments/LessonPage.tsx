import { EmptyState } from '@gs/ui'
import { DocumentView } from '@gs/ui/document'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LessonSteps } from './LessonSteps.tsx'
import { PlayerFrame } from './PlayerFrame.tsx'
import { PracticeLog } from './PracticeLog.tsx'
import { neighbours, type Player } from './player-view.ts'
import { RememberLesson } from './RememberLesson.tsx'

export interface LessonPageProps {
  readonly player: Player
  readonly today: string
  /** Where this is the last lesson and finishing the course now would burn credits. */
  readonly warning: ReactNode
}

/** One lesson with its practice log and the way on. */
export function LessonPage({ player, today, warning }: LessonPageProps) {
  const t = useTranslations('enrollments')
  const { lesson, enrollment, language } = player
  if (!lesson) return <EmptyState title={t('noLessons')} />
  const active = enrollment.status === 'active'
  const done = player.outline.find((each) => each.key === lesson.key)?.done === true
  return (
    <PlayerFrame player={player} current={lesson.key} title={<span lang={language}>{lesson.title}</span>}>
      {active && enrollment.lastLesson !== lesson.key ? (
        <RememberLesson key={lesson.key} enrollmentId={enrollment.id} lesson={lesson.key} />
      ) : null}
      <DocumentView
        document={lesson.document}
        lang={language}
        linkAs={Link}
        labels={{
          callout: { note: t('callout.note'), practice: t('callout.practice'), warning: t('callout.warning') },
          sources: t('sources'),
        }}
      />
      {lesson.practice ? (
        <PracticeLog
          key={`practice-${lesson.key}`}
          enrollmentId={enrollment.id}
          lesson={lesson.key}
          prompt={lesson.practice.prompt}
          wanted={lesson.practice.minEntries}
          entries={player.practice}
          open={active}
          today={today}
          language={language}
        />
      ) : null}
      <LessonSteps
        key={`steps-${lesson.key}`}
        enrollmentId={enrollment.id}
        lesson={lesson.key}
        active={active}
        done={done}
        courseId={enrollment.courseId}
        warning={warning}
        {...neighbours(player)}
      />
    </PlayerFrame>
  )
}
