'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'
import { ActionButton } from './ActionButton.tsx'

export interface EndPersonSessionsProps {
  readonly personId: string
  readonly describedBy?: string
}

/** Signs somebody out everywhere in this organisation. */
export function EndPersonSessions({ personId, describedBy }: EndPersonSessionsProps) {
  const t = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  return (
    <ActionButton
      label={t('sessions.end')}
      pendingLabel={t('working')}
      describedBy={describedBy}
      send={(key) => api.organizations.endSessions.mutate({ key, personId })}
      done={() => router.refresh()}
    />
  )
}
