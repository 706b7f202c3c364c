'use client'

import { TRPCClientError } from '@trpc/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { type AnswerSender, createAnswerSender, type SenderView, type SendFailure } from './answer-sender.ts'
import type { JournalStorage } from './journal.ts'
import type { OpenAttempt } from './quiz-view.ts'
import { elapsedMs, type ServerClock } from './server-clock.ts'

/** Longer than any healthy save; a save that has no answer by then is sent again. */
const GIVE_UP_MS = 10_000

/** What of a refused call decides how to go on: its HTTP status, where there was an answer at all. */
function failureOf(error: unknown): SendFailure {
  if (!(error instanceof TRPCClientError)) return 'again'
  const data: unknown = error.data
  const status = typeof data === 'object' && data !== null && 'httpStatus' in data ? data.httpStatus : undefined
  if (status === 401) return 'signed-out'
  // Submitted or too late (409), or not of this attempt any more (404, 422): sending it again changes nothing.
  return status === 404 || status === 409 || status === 422 ? 'over' : 'again'
}

/** The browser's storage, where it may be used. */
function browserStorage(): JournalStorage | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage
  } catch {
    return undefined
  }
}

/** The answers of an attempt, sent as they are given; they go on being sent until acknowledged, and after a reload. */
export function useAnswers(attempt: OpenAttempt, clock: ServerClock): SenderView & { readonly sender: AnswerSender } {
  const client = useTRPCClient()
  const { attemptId } = attempt
  const [sender] = useState(() =>
    createAnswerSender({
      attemptId,
      saved: attempt.saved,
      storage: browserStorage(),
      send: ({ question, choice, seq }) =>
        client.quizzes.saveAnswer.mutate(
          { attemptId, question, choice: [...choice], seq },
          { signal: AbortSignal.timeout(GIVE_UP_MS) },
        ),
      failureOf,
      elapsed: () => elapsedMs(clock, Date.now()),
      later(callback, ms) {
        const timer = setTimeout(callback, ms)
        return () => clearTimeout(timer)
      },
    }),
  )
  const view = useSyncExternalStore(sender.subscribe, sender.view, sender.view)
  useEffect(() => {
    // The journal is read here and not while rendering: the server has none, and both must draw the same page.
    sender.start()
    const resume = (): void => sender.retry()
    window.addEventListener('online', resume)
    return () => {
      window.removeEventListener('online', resume)
      sender.stop()
    }
  }, [sender])
  return { ...view, sender }
}
