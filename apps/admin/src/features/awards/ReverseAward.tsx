'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { ReasonDialog } from '../list/ReasonDialog.tsx'

export interface ReverseAwardProps {
  readonly entryId: string
  readonly activity: string
  /** What stands in its way or follows from it. */
  readonly children?: ReactNode
}

/** Takes an award back by a counter-entry, with a reason; both stay in the ledger. */
export function ReverseAward({ entryId, activity, children }: ReverseAwardProps) {
  const t = useTranslations('awards.reverse')
  const api = useTRPCClient()
  return (
    <ReasonDialog
      label={t('open')}
      icon={<Undo2 />}
      title={t('title', { activity })}
      text={t('text')}
      reasonLabel={t('reason')}
      reasonHint={t('reasonHint')}
      submitLabel={t('submit')}
      submitVariant="danger"
      send={(key, reason) => api.awards.reverse.mutate({ key, entryId, reason })}
    >
      {children}
    </ReasonDialog>
  )
}
