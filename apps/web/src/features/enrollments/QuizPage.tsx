import { Alert, Badge, buttonClass, Card, DescriptionList } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useAppLocale } from '../courses/use-locale.ts'
import { PlayerFrame } from './PlayerFrame.tsx'
import { type Player, studyHref } from './player-view.ts'
import { StartQuiz } from './StartQuiz.tsx'

export interface QuizPageProps {
  readonly player: Player
  readonly timeZone: string
  /** What passing now would waste, where it would. */
  readonly warning: ReactNode
}

/** Before the quiz: what it asks, what still stands before it, and the attempts made. */
export function QuizPage({ player, timeZone, warning }: QuizPageProps) {
  const t = useTranslations('enrollments.quiz')
  const { enrollment, ready } = player
  const open = player.attempts.find((attempt) => attempt.status === 'open')
  return (
    <PlayerFrame player={player} current="quiz" title={t('title')}>
      <Card title={t('rules')}>
        <DescriptionList
          items={[
            { term: t('questions'), detail: String(player.quizDraws) },
            { term: t('time'), detail: t('minutes', { count: player.quizMinutes }) },
            { term: t('mark'), detail: t('markValue', { mark: player.passMark }) },
          ]}
        />
        <p className="mt-4 max-w-prose text-muted">{t('saved')}</p>
        {enrollment.status === 'active' ? (
          <div className="mt-6 space-y-4">
            {ready ? null : <StillToDo player={player} />}
            {ready && warning ? (
              <Alert tone="warning" title={t('wasteTitle')}>
                {warning}
              </Alert>
            ) : null}
            {open ? (
              <Link
                href={`/learn/quiz/${open.id}`}
                prefetch={false}
                className={buttonClass({ variant: 'primary', size: 'lg' })}
              >
                {t('goOn')}
              </Link>
            ) : ready ? (
              <StartQuiz enrollmentId={enrollment.id} courseId={enrollment.courseId} warning={warning} />
            ) : null}
          </div>
        ) : null}
      </Card>
      <Attempts player={player} timeZone={timeZone} />
    </PlayerFrame>
  )
}

function StillToDo({ player }: { readonly player: Player }) {
  const t = useTranslations('enrollments.quiz')
  const unread = player.outline.filter((lesson) => !lesson.done)
  const owed = player.outline.filter((lesson) => lesson.practiceLogged < lesson.practiceWanted)
  const line = (key: string, title: string, hash: string, what: string) => (
    <li key={`${key}${hash}`}>
      <Link
        href={`${studyHref(player.enrollment.id, key)}${hash}`}
        prefetch={false}
        className="inline-block min-h-6 underline underline-offset-3"
      >
        <span lang={player.language}>{title}</span>
      </Link>{' '}
      <span className="text-muted">{what}</span>
    </li>
  )
  return (
    <Alert tone="info" title={t('notReady')}>
      <ul className="space-y-1">
        {unread.map((lesson) => line(lesson.key, lesson.title, '', t('unread')))}
        {owed.map((lesson) =>
          line(
            lesson.key,
            lesson.title,
            '#practice',
            t('practiceOwed', { count: lesson.practiceWanted - lesson.practiceLogged }),
          ),
        )}
      </ul>
    </Alert>
  )
}

function Attempts({ player, timeZone }: { readonly player: Player; readonly timeZone: string }) {
  const t = useTranslations('enrollments.quiz')
  const locale = useAppLocale()
  const done = player.attempts.filter((attempt) => attempt.status === 'submitted')
  if (done.length === 0) return null
  return (
    <Card title={t('attempts')}>
      <ol className="divide-y divide-line">
        {done.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              {t('attempt', { number: attempt.number })}
              <span className="block text-muted text-sm">
                {attempt.submittedAt ? formatInstant(locale, attempt.submittedAt, timeZone) : null}
              </span>
            </span>
            <span className="flex items-center gap-3">
              <Badge tone={attempt.passed ? 'good' : 'neutral'}>
                {t(attempt.passed ? 'passed' : 'notPassed', { percent: attempt.percent ?? 0 })}
              </Badge>
              <Link
                href={`/learn/quiz/${attempt.id}/result`}
                prefetch={false}
                aria-label={t('resultOf', { number: attempt.number })}
                className={buttonClass({ variant: 'secondary', size: 'sm' })}
              >
                {t('result')}
              </Link>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
