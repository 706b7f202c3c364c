'use client'

import { Button, FormError } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from '../courses/use-error-words.ts'
import { KeepCourse } from '../guard/KeepCourse.tsx'
import { SaveItGuard } from '../guard/SaveItGuard.tsx'

export interface StartQuizProps {
  readonly enrollmentId: string
  readonly courseId: string
  /** What passing now would burn, where it would. */
  readonly warning: ReactNode
}

/** Begins an attempt: from here on the clock runs, on the server. */
export function StartQuiz({ enrollmentId, courseId, warning }: StartQuizProps) {
  const t = useTranslations('enrollments.quiz')
  const guard = useTranslations('guard.quiz')
  const [asking, setAsking] = useState(false)
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const start = useMutation(
    trpc.quizzes.start.mutationOptions({ onSuccess: ({ attemptId }) => router.push(`/learn/quiz/${attemptId}`) }),
  )
  const begin = (): void => start.mutate({ enrollmentId, key })
  const pending = start.isPending || start.isSuccess
  return (
    <div className="space-y-4">
      {start.error ? <FormError key={start.submittedAt} title={words(start.error)} /> : null}
      <Button
        variant="primary"
        size="lg"
        pending={pending && !asking}
        pendingLabel={t('starting')}
        onClick={() => (warning ? setAsking(true) : begin())}
      >
        {t('start')}
      </Button>
      <SaveItGuard
        open={asking}
        onOpenChange={setAsking}
        title={guard('title')}
        goOn={{ label: guard('anyway'), pending, run: begin }}
        keep={<KeepCourse courseId={courseId} />}
      >
        {warning}
      </SaveItGuard>
    </div>
  )
}
