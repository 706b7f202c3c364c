'use client'

import { Button, FormError } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from '../courses/use-error-words.ts'

/** Parks a course for the next cycle, with everything done in it; the catalogue then shows it with its day. */
export function KeepCourse({ courseId }: { readonly courseId: string }) {
  const t = useTranslations('guard')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const park = useMutation(
    trpc.enrollments.park.mutationOptions({
      onSuccess: () => {
        router.push('/learn')
        router.refresh()
      },
    }),
  )
  return (
    <>
      {park.error ? <FormError key={park.submittedAt} title={words(park.error)} /> : null}
      <Button
        variant="primary"
        pending={park.isPending || park.isSuccess}
        pendingLabel={t('keeping')}
        onClick={() => park.mutate({ courseId, key })}
      >
        {t('keep')}
      </Button>
    </>
  )
}
