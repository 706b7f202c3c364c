'use client'

import { TRPCClientError } from '@trpc/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { type AnswerSender, createAnswerSender, type SenderView, type SendFailure } from './answer-sender.ts'
import { browserStorage } from './journal.ts'
import type { OpenAttempt } from './quiz-view.ts'
import { elapsedMs, type ServerClock } from './server-clock.ts'
import type { Device } from './use-device.ts'

/** Longer than any healthy save; a save that has no answer by then is sent again. */
const GIVE_UP_MS = 10_000

/** What of a refused call decides how to go on: its reason and HTTP status, where there was an answer at all. */
function failureOf(error: unknown): SendFailure {
  if (!(error instanceof TRPCClientError)) return 'again'
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return 'again'
  if ('reason' in data && data.reason === 'attempt.elsewhere') return 'elsewhere'
  const status = 'httpStatus' in data ? data.httpStatus : undefined
  if (status === 401) return 'signed-out'
  // Submitted or too late (409), or not of this attempt any more (404, 422): sending it again changes nothing.
  return status === 404 || status === 409 || status === 422 ? 'over' : 'again'
}

export interface Answers extends SenderView {
  readonly sender: AnswerSender
}

/** The answers of an attempt, sent as they are given; they go on being sent until acknowledged, and after a reload. */
export function useAnswers(attempt: OpenAttempt, clock: ServerClock, device: Device): Answers {
  const client = useTRPCClient()
  const { attemptId } = attempt
  const [sender] = useState(() =>
    createAnswerSender({
      attemptId,
      saved: attempt.saved,
      storage: browserStorage(),
      async send({ question, choice, seq }) {
        await device.claimed()
        return client.quizzes.saveAnswer.mutate(
          { attemptId, question, choice: [...choice], seq, device: device.name() },
          { signal: AbortSignal.timeout(GIVE_UP_MS) },
        )
      },
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
