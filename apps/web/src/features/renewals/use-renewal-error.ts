'use client'

import type { PortalRouter } from '@gs/api'
import type { TRPCClientErrorLike } from '@trpc/client'
import { useTranslations } from 'next-intl'

const KNOWN = [
  'renewal.not-possible',
  'renewal.already-applied',
  'renewal.decided',
  'renewal.unknown',
  'holding.unknown',
] as const

/** Why a renewal call was refused, in words. */
export function useRenewalError(): (error: TRPCClientErrorLike<PortalRouter>) => string {
  const t = useTranslations('renewals.errors')
  const network = useTranslations('errors')
  return (error) => {
    if (!error.data) return network('network')
    const known = KNOWN.find((code) => code === error.data?.reason)
    return known ? t(known) : t('unknown')
  }
}
