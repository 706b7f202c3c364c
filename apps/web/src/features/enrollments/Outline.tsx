import { Disclosure, ProgressBar } from '@gs/ui'
import { Circle, CircleCheck, PenLine } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Player, quizHref, studyHref } from './player-view.ts'

export interface OutlineProps {
  readonly player: Player
  /** Key of the lesson shown, or the quiz. */
  readonly current: string
}

/** The way through a course: what is done, what is open, the quiz at its end. On a phone it folds away. */
export function Outline({ player, current }: OutlineProps) {
  const t = useTranslations('enrollments.outline')
  const { outline, lessonsDone } = player
  return (
    <>
      <div className="max-lg:hidden">
        <Progress player={player} />
        <Steps player={player} current={current} />
      </div>
      <Disclosure className="lg:hidden" look="card" summary={t('folded', { done: lessonsDone, total: outline.length })}>
        <Steps player={player} current={current} />
      </Disclosure>
    </>
  )
}

function Progress({ player }: { readonly player: Player }) {
  const t = useTranslations('enrollments.outline')
  const words = t('folded', { done: player.lessonsDone, total: player.outline.length })
  return (
    <div className="mb-4">
      <ProgressBar
        label={t('progress')}
        value={player.lessonsDone}
        max={Math.max(1, player.outline.length)}
        valueText={words}
        tone="good"
      />
    </div>
  )
}

const LINE = 'flex items-start gap-2.5 rounded-lg px-3 py-2.5 hover:bg-sunken aria-[current=page]:bg-accent-soft'

function Steps({ player, current }: OutlineProps) {
  const t = useTranslations('enrollments.outline')
  const { outline, enrollment, ready, language } = player
  return (
    <nav aria-label={t('label')}>
      <ol className="space-y-0.5">
        {outline.map((lesson) => {
          const owed = Math.max(0, lesson.practiceWanted - lesson.practiceLogged)
          return (
            <li key={lesson.key}>
              <Link
                href={studyHref(enrollment.id, lesson.key)}
                prefetch={false}
                aria-current={lesson.key === current ? 'page' : undefined}
                className={LINE}
              >
                {lesson.done ? (
                  <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
                ) : (
                  <Circle aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
                )}
                <span className="min-w-0">
                  <span className="block" lang={language}>
                    {lesson.title}
                  </span>
                  <span className="block text-muted text-sm">
                    {lesson.done ? t('done') : t('minutes', { count: lesson.minutes })}
                    {owed > 0 ? ` · ${t('practiceOwed', { count: owed })}` : null}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
        <li>
          <Link
            href={quizHref(enrollment.id)}
            prefetch={false}
            aria-current={current === 'quiz' ? 'page' : undefined}
            className={LINE}
          >
            <PenLine aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
            <span className="min-w-0">
              <span className="block">{t('quiz')}</span>
              <span className="block text-muted text-sm">
                {enrollment.status === 'completed' ? t('passed') : ready ? t('quizOpen') : t('quizClosed')}
              </span>
            </span>
          </Link>
        </li>
      </ol>
    </nav>
  )
}
