'use client'

import { DescriptionList } from '@gs/ui'
import { Ban, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'
import { ReasonDialog } from '../list/ReasonDialog.tsx'

export interface RecordActionsProps {
  readonly record: { readonly id: string; readonly number: string; readonly title: string; readonly holderName: string }
  readonly mayRevoke: boolean
  readonly mayReissue: boolean
  /** How the holder is called today, as the new record will say. */
  readonly presentName: string
}

/** Revokes a record, or issues it anew in the holder's present name. */
export function RecordActions({ record, mayRevoke, mayReissue, presentName }: RecordActionsProps) {
  const t = useTranslations('people.records')
  const api = useTRPCClient()
  const shared = { reasonLabel: t('reason'), reasonHint: t('reasonHint') }
  return (
    <div className="flex flex-wrap gap-1">
      {mayReissue ? (
        <ReasonDialog
          {...shared}
          label={t('reissue.open')}
          icon={<RefreshCw />}
          title={t('reissue.title', { title: record.title })}
          text={t('reissue.text', { number: record.number })}
          submitLabel={t('reissue.submit')}
          submitVariant="primary"
          send={(key, reason) => api.people.reissueRecord.mutate({ key, recordId: record.id, reason })}
        >
          <DescriptionList
            items={[
              { term: t('reissue.now'), detail: record.holderName },
              { term: t('reissue.then'), detail: presentName },
            ]}
          />
        </ReasonDialog>
      ) : null}
      {mayRevoke ? (
        <ReasonDialog
          {...shared}
          label={t('revoke.open')}
          icon={<Ban />}
          title={t('revoke.title', { title: record.title })}
          text={t('revoke.text', { number: record.number })}
          submitLabel={t('revoke.submit')}
          submitVariant="danger"
          send={(key, reason) => api.people.revokeRecord.mutate({ key, recordId: record.id, reason })}
        />
      ) : null}
    </div>
  )
}
