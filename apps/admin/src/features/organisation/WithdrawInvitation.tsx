'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'
import { ActionButton } from './ActionButton.tsx'

/** Takes an open invitation back. */
export function WithdrawInvitation({ invitationId }: { readonly invitationId: string }) {
  const t = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  return (
    <ActionButton
      label={t('invitations.withdraw')}
      pendingLabel={t('working')}
      describedBy={`invitation-${invitationId}`}
      send={(key) => api.organizations.withdrawInvitation.mutate({ key, invitationId })}
      done={() => router.refresh()}
    />
  )
}
