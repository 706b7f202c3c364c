'use client'

import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { deviceName } from './device.ts'
import { browserStorage } from './journal.ts'
import type { OpenAttempt } from './quiz-view.ts'

export interface Device {
  readonly name: () => string
  /** Settles when the attempt goes on here; asked once, and again only where it failed. */
  readonly claimed: () => Promise<unknown>
  /** Takes the attempt over once more, after another device had it. */
  readonly claimAgain: () => Promise<unknown>
}

/** This browser as the one on which the attempt goes on: whoever opens it last has it. */
export function useDevice({ attemptId, device: holder }: OpenAttempt): Device {
  const client = useTRPCClient()
  const [device] = useState((): Device => {
    let name: string | undefined
    let claim: Promise<unknown> | undefined
    const own = (): string => {
      name ??= deviceName(browserStorage())
      return name
    }
    const take = (): Promise<unknown> => {
      const call = client.quizzes.takeOver.mutate({ attemptId, device: own(), key: crypto.randomUUID() })
      claim = call
      call.catch(() => {
        if (claim === call) claim = undefined
      })
      return call
    }
    return {
      name: own,
      claimed: () => claim ?? (holder === own() ? Promise.resolve() : take()),
      claimAgain: take,
    }
  })
  return device
}
