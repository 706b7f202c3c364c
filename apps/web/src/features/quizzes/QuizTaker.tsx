'use client'

import { Alert, Button } from '@gs/ui'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { answeredCount, bookState, unsavedOf } from './answer-book.ts'
import { FocusPanel } from './FocusPanel.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { QuestionList } from './QuestionList.tsx'
import { QuizClock } from './QuizClock.tsx'
import type { OpenAttempt } from './quiz-view.ts'
import { SaveState } from './SaveState.tsx'
import { SubmitQuiz } from './SubmitQuiz.tsx'
import { clockOf } from './server-clock.ts'
import { TakenElsewhere } from './TakenElsewhere.tsx'
import { useAnswers } from './use-answers.ts'
import { useDevice } from './use-device.ts'
import { useResync } from './use-resync.ts'
import { useSubmission } from './use-submission.ts'

/** Taking a quiz, one question at a time. Everything that counts lives on the server; this page shows how far it knows. */
export function QuizTaker({ attempt }: { readonly attempt: OpenAttempt }) {
  const t = useTranslations('quizzes')
  const { attemptId, questions, language } = attempt
  const [clock] = useState(() => clockOf(attempt, Date.now()))
  const [current, setCurrent] = useState(0)
  const [moved, setMoved] = useState(false)
  const device = useDevice(attempt)
  const answers = useAnswers(attempt, clock, device)
  const { book, halt, sender } = answers
  const submission = useSubmission(attemptId, answers, device)
  useResync(attemptId, { sender, device, onOver: submission.leave })
  const go = (index: number): void => {
    setMoved(true)
    setCurrent(Math.min(Math.max(0, index), questions.length - 1))
  }
  const question = questions[current]
  if (!question) return null
  if (halt === 'elsewhere') return <TakenElsewhere device={device} sender={sender} attemptId={attemptId} />
  const answer = book.get(question.key)
  const unanswered = questions.flatMap(({ key }, index) => ((book.get(key)?.choice.length ?? 0) > 0 ? [] : [index + 1]))
  return (
    <div className="space-y-6">
      <div className="sticky top-[var(--sticky-top)] z-20 -mx-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b bg-canvas px-4 py-3">
        <QuizClock clock={clock} onOver={submission.leave} />
        <p className="text-muted text-sm">{t('answered', { count: answeredCount(book), total: questions.length })}</p>
        <SaveState state={bookState(book)} />
      </div>
      {halt === 'signed-out' ? (
        <Alert tone="warning" live title={t('signedOut.title')}>
          {t('signedOut.text')}{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer" className="underline underline-offset-3">
            {t('signedOut.link')}
          </a>
        </Alert>
      ) : null}
      {bookState(book) === 'waiting' && halt === null ? (
        <Alert tone="warning" live title={t('offline.title')}>
          {t('offline.text')}
        </Alert>
      ) : null}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <FocusPanel key={question.key} focus={moved}>
          <QuestionCard
            question={question}
            number={current + 1}
            total={questions.length}
            language={language}
            choice={answer?.choice ?? []}
            onChoose={(choice) => sender.choose(question.key, choice)}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Button icon={<ArrowLeft aria-hidden />} disabled={current === 0} onClick={() => go(current - 1)}>
              {t('previous')}
            </Button>
            <span aria-live="polite">{answer ? <SaveState state={answer.state} /> : null}</span>
            <Button disabled={current === questions.length - 1} onClick={() => go(current + 1)}>
              {t('next')}
              <ArrowRight aria-hidden />
            </Button>
          </div>
        </FocusPanel>
        <div className="space-y-5">
          <QuestionList questions={questions} book={book} current={current} onGo={go} />
          <SubmitQuiz
            unanswered={unanswered}
            unsaved={unsavedOf(book).length}
            pending={submission.pending}
            failure={submission.failure}
            onSubmit={submission.submit}
            onGo={(number) => go(number - 1)}
          />
        </div>
      </div>
    </div>
  )
}
