'use client'

import { Press } from '@gs/ui'
import { useTranslations } from 'next-intl'
import type { AnswerBook } from './answer-book.ts'
import type { QuizQuestion } from './quiz-view.ts'

export interface QuestionListProps {
  readonly questions: readonly QuizQuestion[]
  readonly book: AnswerBook
  readonly current: number
  readonly onGo: (index: number) => void
}

/** Every question by number: which is shown, which are answered, which answers wait to be saved. */
export function QuestionList({ questions, book, current, onGo }: QuestionListProps) {
  const t = useTranslations('quizzes.list')
  return (
    <nav aria-label={t('label')}>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-2">
        {questions.map((question, index) => {
          const answer = book.get(question.key)
          const state =
            !answer || answer.choice.length === 0 ? 'open' : answer.state === 'saved' ? 'answered' : 'unsaved'
          return (
            <li key={question.key}>
              <Press
                onClick={() => onGo(index)}
                aria-current={index === current ? 'step' : undefined}
                aria-label={t(state, { number: index + 1 })}
                className={`grid h-11 w-full place-items-center rounded-lg border font-medium tabular-nums aria-[current=step]:border-2 aria-[current=step]:border-accent ${LOOKS[state]}`}
              >
                {index + 1}
              </Press>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

const LOOKS = {
  open: 'border-line bg-surface text-muted border-dashed',
  answered: 'border-line-strong bg-accent-soft text-accent-ink',
  unsaved: 'border-line-strong bg-soon-soft text-soon-ink',
} as const
