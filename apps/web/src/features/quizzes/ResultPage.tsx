import { Alert, Breadcrumbs, buttonClass, Card, PageHeader, ProgressRing } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useAppLocale } from '../courses/use-locale.ts'
import { quizHref } from '../enrollments/player-view.ts'
import { ClearJournal } from './ClearJournal.tsx'
import { FeedbackList } from './FeedbackList.tsx'
import { Posted } from './Posted.tsx'
import type { QuizResult } from './quiz-view.ts'

/** The result of an attempt: score, what was posted because of it, and feedback on every question. */
export function ResultPage({ result, timeZone }: { readonly result: QuizResult; readonly timeZone: string }) {
  const t = useTranslations('quizzes.result')
  const locale = useAppLocale()
  const { passed, percent } = result
  const right = result.feedback.filter((each) => each.points === each.max).length
  return (
    <>
      <ClearJournal attemptId={result.attemptId} />
      <PageHeader
        title={passed ? t('passed') : t('notPassed')}
        description={t('submitted', {
          number: result.number,
          at: formatInstant(locale, result.submittedAt, timeZone),
        })}
        breadcrumbs={
          <Breadcrumbs
            label={t('path')}
            linkAs={Link}
            items={[
              { label: t('learn'), href: '/learn' },
              { label: result.title, href: quizHref(result.enrollmentId) },
              { label: t('title') },
            ]}
          />
        }
      />
      <div className="grid gap-6">
        <Card>
          <div className="flex flex-wrap items-center gap-6">
            <ProgressRing
              label={t('score')}
              value={percent}
              max={100}
              headline={`${percent} %`}
              detail={t('mark', { mark: result.passMark })}
              tone={passed ? 'good' : 'soon'}
            />
            <div className="min-w-0 flex-1 space-y-3">
              <p>{t('right', { right, total: result.feedback.length })}</p>
              {passed ? null : (
                <>
                  <Alert tone="info">{t('tryAgain')}</Alert>
                  <Link
                    href={quizHref(result.enrollmentId)}
                    prefetch={false}
                    className={buttonClass({ variant: 'primary' })}
                  >
                    {t('backToQuiz')}
                  </Link>
                </>
              )}
            </div>
          </div>
        </Card>
        {result.posted ? <Posted posted={result.posted} /> : null}
        <FeedbackList result={result} />
      </div>
    </>
  )
}
