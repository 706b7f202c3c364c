'use client'

import type { PersonId } from '@gs/domain'
import { type CredentialOptions, HoldingForm, statedIn, useSending } from '@gs/lobby/holdings'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'

export interface AddHoldingFormProps {
  readonly personId: PersonId
  readonly options: CredentialOptions
}

/** A registrar enters what somebody holds: confirmed from the beginning. */
export function AddHoldingForm({ personId, options }: AddHoldingFormProps) {
  const t = useTranslations('credentials')
  const router = useRouter()
  const client = useTRPCClient()
  const sending = useSending(
    async (form, key) => {
      await client.holdings.add.mutate({ key, personId, ...statedIn(form) })
    },
    () => {
      router.push(`/people/${personId}`)
      router.refresh()
    },
  )
  return (
    <HoldingForm
      options={options.credentials}
      held={options.held}
      today={options.today}
      sending={sending}
      submitLabel={t('submit')}
    />
  )
}
