import type { Question } from '@gs/domain/courses'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** A question as it is asked, with its key and feedback as they are told afterwards. */
export function QuestionPreview({ question, language }: { readonly question: Question; readonly language: string }) {
  const t = useTranslations('courses.question')
  return (
    <div lang={language} className="space-y-4">
      <p className="whitespace-pre-wrap break-words font-semibold">{question.stem}</p>
      <ul className="space-y-2">
        {question.options.map((option) => (
          <li key={option.key} className="flex items-start gap-2.5 rounded-lg border border-line px-3 py-2">
            <span className="mt-0.5 size-5 shrink-0">
              {option.correct ? <Check aria-label={t('correct')} className="size-5 text-accent-ink" /> : null}
            </span>
            <span className="min-w-0 break-words">
              {option.text}
              {option.feedback ? <span className="block text-muted text-sm">{option.feedback}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="whitespace-pre-wrap break-words border-line border-s-4 ps-4">{question.feedback}</p>
    </div>
  )
}
