'use client'

import { reasonOf, useIntent } from '@gs/lobby/forms'
import { Alert, Button } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.ts'
import { useRefusalWords } from './use-refusal-words.ts'

/** Takes back what waits for a decision. */
export function WithdrawButton({ submissionId, title }: { readonly submissionId: string; readonly title: string }) {
  const t = useTranslations('reviews.own')
  const words = useRefusalWords()
  const router = useRouter()
  const trpc = useTRPC()
  const { key } = useIntent()
  const withdraw = useMutation(trpc.reviews.withdraw.mutationOptions({ onSuccess: () => router.refresh() }))
  return (
    <>
      {withdraw.error ? (
        <Alert tone="danger" live>
          {words(reasonOf(withdraw.error)).title}
        </Alert>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        pending={withdraw.isPending}
        aria-label={t('withdrawOf', { title })}
        onClick={() => withdraw.mutate({ key, submissionId })}
      >
        {t('withdraw')}
      </Button>
    </>
  )
}
