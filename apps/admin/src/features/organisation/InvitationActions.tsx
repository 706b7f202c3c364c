'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'
import { ActionButton } from './ActionButton.tsx'

export interface InvitationActionsProps {
  readonly invitationId: string
  readonly mayWithdraw: boolean
}

/** Sends an invitation again, with a new link, or takes an open one back. */
export function InvitationActions({ invitationId, mayWithdraw }: InvitationActionsProps) {
  const t = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  const shared = {
    pendingLabel: t('working'),
    describedBy: `invitation-${invitationId}`,
    done: () => router.refresh(),
  }
  return (
    <div className="flex flex-wrap gap-2 sm:justify-end">
      <ActionButton
        {...shared}
        label={t('invitations.resend')}
        send={(key) => api.organizations.resendInvitation.mutate({ key, invitationId })}
      />
      {mayWithdraw ? (
        <ActionButton
          {...shared}
          label={t('invitations.withdraw')}
          send={(key) => api.organizations.withdrawInvitation.mutate({ key, invitationId })}
        />
      ) : null}
    </div>
  )
}
