'use client'

import { Button, FormError } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { KeepCourse } from '../guard/KeepCourse.tsx'
import { SaveItGuard } from '../guard/SaveItGuard.tsx'
import { useErrorWords } from './use-error-words.ts'

export interface EnrolPanelProps {
  readonly courseId: string
  readonly title: string
  /** The warning, where starting now would waste something; nothing is asked where nothing is lost. */
  readonly warning: ReactNode
  /** What the button says; default: that the course is started. */
  readonly label?: string
}

/** Starts a course; where that would waste credits it says so first, and lets the person go on. */
export function EnrolPanel({ courseId, title, warning, label }: EnrolPanelProps) {
  const t = useTranslations('courses.enrol')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const [asking, setAsking] = useState(false)
  const start = useMutation(
    trpc.enrollments.start.mutationOptions({
      onSuccess: ({ enrollmentId }) => router.push(`/learn/study/${enrollmentId}`),
    }),
  )
  const begin = (): void => start.mutate({ courseId, key })
  const pending = start.isPending || start.isSuccess
  return (
    <div className="space-y-3">
      {start.error ? <FormError key={start.submittedAt} title={words(start.error)} /> : null}
      <Button
        variant="primary"
        size="lg"
        block
        pending={pending && !asking}
        pendingLabel={t('pending')}
        onClick={() => (warning ? setAsking(true) : begin())}
      >
        {label ?? t('start')}
      </Button>
      <SaveItGuard
        open={asking}
        onOpenChange={setAsking}
        title={t('warnTitle', { title })}
        goOn={{ label: t('anyway'), pending, run: begin }}
        keep={<KeepCourse courseId={courseId} />}
      >
        {warning}
      </SaveItGuard>
    </div>
  )
}
