'use client'

import type { PortalRouter } from '@gs/api'
import type { TRPCClientErrorLike } from '@trpc/client'
import { useTranslations } from 'next-intl'

const KNOWN = [
  'enrollment.not-active',
  'enrollment.attempt-open',
  'enrollment.unknown',
  'course.unknown',
  'lesson.unknown',
  'practice.in-future',
  'attempt.not-ready',
  'attempt.too-soon',
  'attempt.enrollment-completed',
  'attempt.unknown',
  'attempt.closed',
  'attempt.expired',
  'command.in-flight',
  'command.other-body',
  'input.invalid',
] as const

/** Why a call of the learning pages was refused, in words; what was typed stays where it is. */
export function useErrorWords(): (error: TRPCClientErrorLike<PortalRouter>) => string {
  const t = useTranslations('learning')
  return (error) => {
    if (!error.data) return t('network')
    const reason = error.data.reason
    const known = KNOWN.find((code) => code === reason)
    return known ? t(`refused.${known}`) : t('unknown')
  }
}
