'use client'

import type { AdminRouter } from '@gs/api'
import type { TRPCClientErrorLike } from '@trpc/client'
import { useTranslations } from 'next-intl'

const KNOWN = [
  'course.unknown',
  'course.code-taken',
  'draft.stale',
  'draft.invalid',
  'draft.part.unknown',
  'draft.faults',
  'draft.unchanged',
  'credits.stale',
  'credits.pack',
  'credits.category',
  'credits.amount',
  'credits.to',
  'credits.twice',
  'offer.stale',
  'offer.price',
  'offer.window',
  'offer.card.type',
  'offer.card.months',
  'access.denied',
  'command.in-flight',
  'command.other-body',
  'input.invalid',
] as const

/** Why a call of the course pages was refused, in words; what was typed stays where it is. */
export function useErrorWords(): (error: TRPCClientErrorLike<AdminRouter>) => string {
  const t = useTranslations('courses.refused')
  return ({ data }) => {
    if (!data) return t('network')
    const known = KNOWN.find((code) => code === data.reason)
    if (known === 'input.invalid') return t(known, { field: data.fields[0]?.path ?? '' })
    if (known === 'draft.invalid') return t(known, { field: data.field ?? '' })
    return known ? t(known) : t('unknown')
  }
}
