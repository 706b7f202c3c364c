'use client'

import { useTranslations } from 'next-intl'

const FIELD_OF: Readonly<Record<string, string>> = {
  'submission.in-future': 'completedOn',
  'submission.evidence-missing': 'file',
  'submission.nothing-asked': 'hours',
  'file.empty': 'file',
  'file.too-large': 'file',
  'file.type': 'file',
  'file.too-many': 'file',
  'card.ends-before-it-begins': 'validThrough',
  'card.type': 'type',
}

export interface RefusalWords {
  readonly title: string
  /** The field to blame, where there is one, with what is wrong. */
  readonly errors: { fieldId: string; message: string }[]
}

/** Why something could not be handed in, in words. */
export function useRefusalWords(): (reason: string) => RefusalWords {
  const t = useTranslations('reviews.refused')
  const errors = useTranslations('errors')
  return (reason) => {
    const key = reason.replaceAll('.', '_')
    const message = reason === 'network' ? errors('network') : t.has(key) ? t(key) : errors('unknown')
    const fieldId = FIELD_OF[reason]
    return fieldId ? { title: t('title'), errors: [{ fieldId, message }] } : { title: message, errors: [] }
  }
}
