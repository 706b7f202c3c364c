'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'
import { ActionButton } from '../organisation/ActionButton.tsx'

export interface ReleaseWaveProps {
  readonly waveId: string
  readonly total: number
  readonly label: string
}

/** Releases as many reminders as are shown, and no more. */
export function ReleaseWave({ waveId, total, label }: ReleaseWaveProps) {
  const t = useTranslations('reminders')
  const api = useTRPCClient()
  const router = useRouter()
  return (
    <ActionButton
      label={label}
      pendingLabel={t('releasing')}
      variant="primary"
      send={(key) => api.reminders.release.mutate({ key, waveId, total })}
      done={() => router.refresh()}
    />
  )
}
