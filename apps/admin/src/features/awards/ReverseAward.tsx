'use client'

import { Alert } from '@gs/ui'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'
import { ReasonDialog } from '../list/ReasonDialog.tsx'

export interface ReverseAwardProps {
  readonly entryId: string
  readonly activity: string
  /** The closed renewals to which it was posted. */
  readonly spent: readonly { readonly credentialCode: string; readonly cycle: number }[]
}

/** Takes an award back by a counter-entry, with a reason; both stay in the ledger. */
export function ReverseAward({ entryId, activity, spent }: ReverseAwardProps) {
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
      {spent.length > 0 ? (
        <Alert tone="warning" title={t('spentTitle')}>
          <ul className="list-disc ps-5">
            {spent.map(({ credentialCode, cycle }) => (
              <li key={`${credentialCode} ${cycle}`}>{t('spent', { credential: credentialCode, cycle })}</li>
            ))}
          </ul>
          <p className="mt-1">{t('spentText')}</p>
        </Alert>
      ) : null}
    </ReasonDialog>
  )
}
