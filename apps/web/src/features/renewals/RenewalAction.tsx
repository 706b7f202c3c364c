'use client'

import { Alert, Button } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { SaveItGuard } from '../guard/SaveItGuard.tsx'
import { useRenewalError } from './use-renewal-error.ts'

/** Applies for a holding. One key for one intent: however often it is pressed, it is one application. */
export function ApplyButton({ holdingId, warning }: { readonly holdingId: string; readonly warning: ReactNode }) {
  const t = useTranslations('renewals.can')
  const guard = useTranslations('guard.renewal')
  const [asking, setAsking] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const { refresh } = useRouter()
  const say = useRenewalError()
  const apply = useMutation(useTRPC().renewals.submit.mutationOptions({ onSuccess: refresh }))
  const pending = apply.isPending || apply.isSuccess
  const submit = (): void => apply.mutate({ key, holdingId })
  return (
    <>
      {apply.error ? <Alert live tone="danger" className="mb-3" title={say(apply.error)} /> : null}
      <Button
        variant="primary"
        size="lg"
        pending={pending && !asking}
        pendingLabel={t('applying')}
        onClick={() => (warning ? setAsking(true) : submit())}
      >
        {t('apply')}
      </Button>
      <SaveItGuard
        open={asking}
        onOpenChange={setAsking}
        title={guard('title')}
        goOn={{ label: guard('anyway'), pending, run: submit }}
        keep={
          <Button variant="primary" onClick={() => setAsking(false)}>
            {guard('keep')}
          </Button>
        }
      >
        {warning}
      </SaveItGuard>
    </>
  )
}

/** Takes an application back that is not decided. */
export function WithdrawButton({ renewalId }: { renewalId: string }) {
  const t = useTranslations('renewals.open')
  const [key] = useState(() => crypto.randomUUID())
  const { refresh } = useRouter()
  const say = useRenewalError()
  const withdraw = useMutation(useTRPC().renewals.withdraw.mutationOptions({ onSuccess: refresh }))
  return (
    <>
      {withdraw.error ? <Alert live tone="danger" className="mb-3" title={say(withdraw.error)} /> : null}
      <Button
        pending={withdraw.isPending || withdraw.isSuccess}
        pendingLabel={t('withdrawing')}
        onClick={() => withdraw.mutate({ key, renewalId })}
      >
        {t('withdraw')}
      </Button>
    </>
  )
}
