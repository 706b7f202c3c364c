'use client'

import { Checkbox, Fieldset, RadioGroup } from '@gs/ui'
import { useTranslations } from 'next-intl'
import type { QuizQuestion } from './quiz-view.ts'

export interface QuestionCardProps {
  readonly question: QuizQuestion
  readonly number: number
  readonly total: number
  readonly language: string
  readonly choice: readonly string[]
  readonly onChoose: (choice: readonly string[]) => void
}

const LINE =
  'rounded-xl border border-line bg-surface px-4 py-3 shadow-card transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft'

/** One question with its options: radio buttons for one answer, boxes for several. */
export function QuestionCard({ question, number, total, language, choice, onChoose }: QuestionCardProps) {
  const t = useTranslations('quizzes')
  const legend = (
    <span className="block">
      <span className="mb-1 block font-medium text-muted text-sm">{t('questionOf', { number, total })}</span>
      <span className="block font-semibold text-lg leading-snug" lang={language}>
        {question.stem}
      </span>
    </span>
  )
  const words = (text: string) => <span lang={language}>{text}</span>
  if (question.type !== 'multiple')
    return (
      <RadioGroup
        name={`question-${question.key}`}
        legend={legend}
        hint={t('chooseOne')}
        look="cards"
        value={choice[0] ?? ''}
        onValueChange={(key) => onChoose([key])}
        options={question.options.map((option) => ({ value: option.key, label: words(option.text) }))}
      />
    )
  return (
    <Fieldset legend={legend} hint={t('chooseSeveral')}>
      <div className="space-y-2.5">
        {question.options.map((option) => (
          <Checkbox
            key={option.key}
            name={`question-${question.key}`}
            value={option.key}
            label={words(option.text)}
            checked={choice.includes(option.key)}
            onChange={(event) =>
              onChoose(
                event.currentTarget.checked
                  ? [...choice, option.key]
                  : choice.filter((chosen) => chosen !== option.key),
              )
            }
            className={LINE}
          />
        ))}
      </div>
    </Fieldset>
  )
}
