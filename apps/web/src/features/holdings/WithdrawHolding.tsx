'use client'

import { useHoldingWords, useSending } from '@gs/lobby/holdings'
import { Alert, Button } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPCClient } from '../../trpc/client.ts'

/** Takes back what nobody confirmed yet. */
export function WithdrawHolding({
  holdingId,
  credential,
}: {
  readonly holdingId: string
  readonly credential: string
}) {
  const t = useTranslations('holdings')
  const words = useHoldingWords()
  const router = useRouter()
  const client = useTRPCClient()
  const { pending, refused, run } = useSending(
    (_, key) => client.holdings.withdraw.mutate({ key, holdingId }),
    () => router.refresh(),
  )
  return (
    <>
      {refused ? (
        <Alert tone="danger" live>
          {words(refused).title}
        </Alert>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        pending={pending}
        aria-label={t('withdrawOf', { credential })}
        onClick={() => void run(new FormData())}
      >
        {t('withdraw')}
      </Button>
    </>
  )
}
