'use client'

import { useTranslations } from 'next-intl'
import type { Refused } from './use-sending.ts'

export interface RefusedWords {
  readonly title: string
  readonly errors: { fieldId: string; message: string }[]
}

/** Why a holding was not taken, in words, at its field. Needs the messages `holdings` and `errors`. */
export function useHoldingWords(): (refused: Refused) => RefusedWords {
  const t = useTranslations('holdings.refused')
  const errors = useTranslations('errors')
  return ({ code, field }) => {
    const key = code.replaceAll('.', '_')
    const message = code === 'network' ? errors('network') : t.has(key) ? t(key) : errors('unknown')
    return field === null
      ? { title: message, errors: [] }
      : { title: t('title'), errors: [{ fieldId: field, message }] }
  }
}
