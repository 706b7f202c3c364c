'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from '../courses/use-error-words.ts'
import { unsavedOf } from './answer-book.ts'
import { resultHref } from './quiz-view.ts'
import type { Answers } from './use-answers.ts'
import type { Device } from './use-device.ts'

export interface Submission {
  readonly pending: boolean
  readonly failure: string | null
  /** Submits as soon as everything is saved. */
  readonly submit: () => void
  /** Time is over, or it was submitted elsewhere: to the result. */
  readonly leave: () => void
}

/** Submits once: first what is not saved yet, then the attempt, then the result page. */
export function useSubmission(attemptId: string, { book, halt, sender }: Answers, device: Device): Submission {
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key] = useState(() => crypto.randomUUID())
  const [wanted, setWanted] = useState(false)
  const leave = useCallback(() => {
    router.replace(resultHref(attemptId))
    router.refresh()
  }, [router, attemptId])
  const { mutate, isPending, isSuccess, error } = useMutation(
    trpc.quizzes.submit.mutationOptions({ onSuccess: leave, onError: () => setWanted(false) }),
  )
  const unsaved = unsavedOf(book).length
  useEffect(() => {
    if (halt === 'over') leave()
    else if (wanted && unsaved === 0 && !isPending && !isSuccess) mutate({ attemptId, key, device: device.name() })
  }, [halt, leave, wanted, unsaved, isPending, isSuccess, mutate, attemptId, key, device])
  return {
    pending: wanted || isPending || isSuccess,
    failure: error ? words(error) : null,
    submit: () => {
      sender.retry()
      setWanted(true)
    },
    leave,
  }
}
