'use client'

import { useEffect } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import type { AnswerSender } from './answer-sender.ts'
import type { Device } from './use-device.ts'

interface Resync {
  readonly sender: AnswerSender
  readonly device: Device
  readonly onOver: () => void
}

/**
 * Takes the attempt to this device when it is opened, and looks at the server again when this tab comes to the front:
 * another tab may have answered or submitted, another device may have taken over.
 */
export function useResync(attemptId: string, { sender, device, onOver }: Resync): void {
  const client = useTRPCClient()
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      try {
        await device.claimed()
        const attempt = await client.quizzes.attempt.query({ attemptId })
        if (attempt.state === 'submitted') onOver()
        else {
          sender.adopt(attempt.saved)
          if (attempt.device !== null && attempt.device !== device.name()) sender.yieldTo()
        }
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
  }, [client, attemptId, sender, device, onOver])
}
