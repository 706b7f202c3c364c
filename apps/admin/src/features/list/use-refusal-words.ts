'use client'

import { useTranslations } from 'next-intl'

/** A refused command in words, by its stable code; needs the messages `refusals`. */
export function useRefusalWords(): (reason: string) => string {
  const t = useTranslations('refusals')
  const errors = useTranslations('errors')
  return (reason) => {
    const key = reason.replaceAll('.', '_')
    if (reason === 'network') return errors('network')
    return t.has(key) ? t(key) : errors('unknown')
  }
}
