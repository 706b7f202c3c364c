'use client'

import { Button, FormError } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from './use-error-words.ts'

/** Sets a course aside. Nothing is asked: starting it again undoes it, with everything that was done. */
export function SetAside({ enrollmentId }: { readonly enrollmentId: string }) {
  const t = useTranslations('courses.aside')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const leave = useMutation(trpc.enrollments.withdraw.mutationOptions({ onSuccess: () => router.refresh() }))
  return (
    <div className="mt-4 space-y-2">
      {leave.error ? <FormError key={leave.submittedAt} title={words(leave.error)} /> : null}
      <Button
        variant="ghost"
        size="sm"
        pending={leave.isPending || leave.isSuccess}
        pendingLabel={t('pending')}
        onClick={() => leave.mutate({ enrollmentId, key })}
      >
        {t('action')}
      </Button>
      <p className="text-muted text-sm">{t('hint')}</p>
    </div>
  )
}
