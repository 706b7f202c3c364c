'use client'

import { Button, FormError } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from '../courses/use-error-words.ts'

/** Begins an attempt: from here on the clock runs, on the server. */
export function StartQuiz({ enrollmentId }: { readonly enrollmentId: string }) {
  const t = useTranslations('enrollments.quiz')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const start = useMutation(
    trpc.quizzes.start.mutationOptions({ onSuccess: ({ attemptId }) => router.push(`/learn/quiz/${attemptId}`) }),
  )
  return (
    <div className="space-y-4">
      {start.error ? <FormError key={start.submittedAt} title={words(start.error)} /> : null}
      <Button
        variant="primary"
        size="lg"
        pending={start.isPending || start.isSuccess}
        pendingLabel={t('starting')}
        onClick={() => start.mutate({ enrollmentId, key })}
      >
        {t('start')}
      </Button>
    </div>
  )
}
