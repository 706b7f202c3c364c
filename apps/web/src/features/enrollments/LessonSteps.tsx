'use client'

import { Button, buttonClass, FormError } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, Check } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from '../courses/use-error-words.ts'
import { quizHref, studyHref } from './player-view.ts'

export interface LessonStepsProps {
  readonly enrollmentId: string
  readonly lesson: string
  readonly previous: string | undefined
  readonly next: string | undefined
  readonly done: boolean
  readonly active: boolean
}

/** Back, and on: going on marks the lesson as done. */
export function LessonSteps({ enrollmentId, lesson, previous, next, done, active }: LessonStepsProps) {
  const t = useTranslations('enrollments.steps')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const onward = next ? studyHref(enrollmentId, next) : quizHref(enrollmentId)
  const mark = useMutation(
    trpc.enrollments.markLesson.mutationOptions({
      onSuccess: () => {
        router.push(onward)
        router.refresh()
      },
    }),
  )
  return (
    <div className="space-y-4 border-line border-t pt-6">
      {mark.error ? <FormError key={mark.submittedAt} title={words(mark.error)} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        {previous ? (
          <Link
            href={studyHref(enrollmentId, previous)}
            prefetch={false}
            className={buttonClass({ variant: 'secondary' })}
          >
            <ArrowLeft aria-hidden />
            {t('previous')}
          </Link>
        ) : (
          <span />
        )}
        {active && !done ? (
          <Button
            variant="primary"
            icon={<Check aria-hidden />}
            pending={mark.isPending || mark.isSuccess}
            pendingLabel={t('pending')}
            onClick={() => mark.mutate({ enrollmentId, lesson, mark: 'done', key })}
          >
            {next ? t('doneNext') : t('doneQuiz')}
          </Button>
        ) : (
          <Link href={onward} prefetch={false} className={buttonClass({ variant: 'primary' })}>
            {next ? t('next') : t('quiz')}
            <ArrowRight aria-hidden />
          </Link>
        )}
      </div>
    </div>
  )
}
