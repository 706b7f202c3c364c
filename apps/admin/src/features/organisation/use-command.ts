'use client'

import { TRPCClientError } from '@trpc/client'
import { useRef, useState } from 'react'

export interface CommandState {
  readonly pending: boolean
  /** Stable code of the last refusal; nothing after a success. */
  readonly reason: string | undefined
  /** Grows with every refusal, so that the same one is announced again. */
  readonly tries: number
  readonly run: () => Promise<void>
}

/**
 * One command of a form: at most one at a time, one idempotency key for one intent. `send` calls the API with the key;
 * `done` runs after it succeeded, and what comes then is the next intent.
 */
export function useCommand(send: (key: string) => Promise<unknown>, done: () => void): CommandState {
  const key = useRef<string>(undefined)
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [reason, setReason] = useState<string>()
  const [tries, setTries] = useState(0)
  const run = async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    key.current ??= crypto.randomUUID()
    try {
      await send(key.current)
      key.current = undefined
      setReason(undefined)
      done()
    } catch (error) {
      const code = reasonOf(error)
      // The key belongs to what was typed before: what is typed now is another intent.
      if (code === 'command.other-body') key.current = undefined
      setReason(code)
      setTries((count) => count + 1)
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { pending, reason, tries, run }
}

/** The stable code of a refused call; `network` where no answer came. */
function reasonOf(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return 'unknown'
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return 'network'
  if ('reason' in data && typeof data.reason === 'string') return data.reason
  return 'code' in data && typeof data.code === 'string' ? data.code : 'unknown'
}
