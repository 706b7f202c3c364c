'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'
import { ActionButton } from './ActionButton.tsx'

/** Withdraws a role; its row stays as history. */
export function WithdrawRole({ grantId }: { readonly grantId: string }) {
  const t = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  return (
    <ActionButton
      label={t('member.withdraw')}
      pendingLabel={t('working')}
      describedBy={`role-${grantId}`}
      send={(key) => api.organizations.withdrawRole.mutate({ key, grantId })}
      done={() => router.refresh()}
    />
  )
}
