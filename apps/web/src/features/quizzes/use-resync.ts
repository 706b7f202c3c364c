'use client'

import { useEffect } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import type { AnswerSender } from './answer-sender.ts'

/** Looks at the server again when this tab comes to the front: another tab or device may have answered, or submitted. */
export function useResync(attemptId: string, sender: AnswerSender, onOver: () => void): void {
  const client = useTRPCClient()
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      try {
        const attempt = await client.quizzes.attempt.query({ attemptId })
        if (attempt.state === 'submitted') onOver()
        else sender.adopt(attempt.saved)
      } catch {
        // Offline or signed out: the next save tells, and nothing here is lost.
      }
    }
    void look()
    const onShow = (): void => void look()
    document.addEventListener('visibilitychange', onShow)
    window.addEventListener('focus', onShow)
    window.addEventListener('pageshow', onShow)
    return () => {
      document.removeEventListener('visibilitychange', onShow)
      window.removeEventListener('focus', onShow)
      window.removeEventListener('pageshow', onShow)
    }
  }, [client, attemptId, sender, onOver])
}
