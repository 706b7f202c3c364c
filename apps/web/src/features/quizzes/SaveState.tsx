'use client'

import { StatusBadge } from '@gs/ui'
import { useTranslations } from 'next-intl'
import type { AnswerState } from './answer-book.ts'

const TONES = { saved: 'good', saving: 'soon', waiting: 'soon', empty: 'neutral' } as const

/** Whether what was answered stands on the server: amber until it is acknowledged, and said in words. */
export function SaveState({ state }: { readonly state: AnswerState | 'empty' }) {
  const t = useTranslations('quizzes.save')
  return (
    <span data-save-state={state}>
      <StatusBadge tone={TONES[state]}>{t(state)}</StatusBadge>
    </span>
  )
}
