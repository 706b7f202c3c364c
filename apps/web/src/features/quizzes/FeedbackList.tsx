import { Badge, Card } from '@gs/ui'
import { Check, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { studyHref } from '../enrollments/player-view.ts'
import type { QuizResult } from './quiz-view.ts'

type Feedback = QuizResult['feedback'][number]

/** Every question with what was chosen, what is right and why. */
export function FeedbackList({ result }: { readonly result: QuizResult }) {
  const t = useTranslations('quizzes.feedback')
  const titles = new Map(result.lessons.map((lesson) => [lesson.key, lesson.title]))
  return (
    <section aria-labelledby="feedback-title">
      <h2 id="feedback-title" className="mb-4 font-semibold text-lg">
        {t('title')}
      </h2>
      <ol className="space-y-4">
        {result.feedback.map((each, index) => (
          <Card
            key={each.key}
            as="li"
            headingLevel={3}
            title={
              <span lang={result.language}>
                {index + 1}. {each.stem}
              </span>
            }
            actions={<Score feedback={each} />}
          >
            <div lang={result.language}>
              <ul className="space-y-2">
                {each.options.map((option) => (
                  <OptionLine key={option.key} option={option} />
                ))}
              </ul>
              <p className="mt-4 border-line border-s-4 ps-4">{each.feedback}</p>
            </div>
            <p className="mt-4 text-sm">
              <Link
                href={studyHref(result.enrollmentId, each.lesson)}
                prefetch={false}
                className="inline-block min-h-6 underline underline-offset-3"
              >
                {t('lesson', { title: titles.get(each.lesson) ?? each.lesson })}
              </Link>
            </p>
          </Card>
        ))}
      </ol>
    </section>
  )
}

function Score({ feedback: { points, max, options } }: { readonly feedback: Feedback }) {
  const t = useTranslations('quizzes.feedback')
  const state =
    points === max ? 'right' : points > 0 ? 'part' : options.some((option) => option.chosen) ? 'wrong' : 'unanswered'
  const tone = { right: 'good', part: 'soon', wrong: 'out', unanswered: 'neutral' } as const
  return <Badge tone={tone[state]}>{t(state, { percent: Math.floor((points * 100) / max) })}</Badge>
}

function OptionLine({ option }: { readonly option: Feedback['options'][number] }) {
  const t = useTranslations('quizzes.feedback')
  const { chosen, correct } = option
  const telling = chosen || correct
  return (
    <li className={`flex items-start gap-2.5 rounded-lg px-3 py-2 ${chosen ? 'bg-sunken' : ''}`}>
      <span className="mt-0.5 size-5 shrink-0">
        {correct ? <Check aria-hidden className="size-5 text-accent-ink" /> : null}
        {chosen && !correct ? <X aria-hidden className="size-5 text-out-ink" /> : null}
      </span>
      <span className="min-w-0">
        <span className={correct ? 'font-medium' : undefined}>{option.text}</span>{' '}
        {telling ? (
          <span className="text-muted text-sm">{t(chosen ? (correct ? 'chosenRight' : 'chosenWrong') : 'missed')}</span>
        ) : null}
        {telling && option.feedback ? <span className="block text-muted text-sm">{option.feedback}</span> : null}
      </span>
    </li>
  )
}
