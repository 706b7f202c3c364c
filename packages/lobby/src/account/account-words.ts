'use client'

import { useTranslations } from 'next-intl'

const KNOWN = ['time-zone.unknown', 'UNAUTHORIZED', 'network'] as const

/** A refused change of the own account in words. */
export function useAccountWords(): (reason: string) => string {
  const t = useTranslations('account.errors')
  return (reason) => {
    const known = KNOWN.find((one) => one === reason)
    return t(known ?? 'unknown')
  }
}
