'use client'

import { Button, buttonClass, FormError } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, Check } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from '../courses/use-error-words.ts'
import { KeepCourse } from '../guard/KeepCourse.tsx'
import { SaveItGuard } from '../guard/SaveItGuard.tsx'
import { quizHref, studyHref } from './player-view.ts'

export interface LessonStepsProps {
  readonly enrollmentId: string
  readonly lesson: string
  readonly previous: string | undefined
  readonly next: string | undefined
  readonly done: boolean
  readonly active: boolean
  readonly courseId: string
  /** Where this is the last lesson and finishing the course now would burn credits. */
  readonly warning: ReactNode
}

/** Back, and on: going on marks the lesson as done. */
export function LessonSteps(props: LessonStepsProps) {
  const { enrollmentId, lesson, previous, next, done, active, courseId, warning } = props
  const t = useTranslations('enrollments.steps')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const guard = useTranslations('guard.lesson')
  const [asking, setAsking] = useState(false)
  const onward = next ? studyHref(enrollmentId, next) : quizHref(enrollmentId)
  const mark = useMutation(
    trpc.enrollments.markLesson.mutationOptions({
      onSuccess: () => {
        router.push(onward)
        router.refresh()
      },
    }),
  )
  const finish = (): void => mark.mutate({ enrollmentId, lesson, mark: 'done', key })
  const pending = mark.isPending || mark.isSuccess
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
            pending={pending && !asking}
            pendingLabel={t('pending')}
            onClick={() => (warning ? setAsking(true) : finish())}
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
      <SaveItGuard
        open={asking}
        onOpenChange={setAsking}
        title={guard('title')}
        goOn={{ label: guard('anyway'), pending, run: finish }}
        keep={<KeepCourse courseId={courseId} />}
      >
        {warning}
      </SaveItGuard>
    </div>
  )
}
