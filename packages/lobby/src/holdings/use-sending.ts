'use client'

import { TRPCClientError } from '@trpc/client'
import { useRef, useState } from 'react'

/** Why something was not done: a stable code, and the field to blame where there is one. */
export interface Refused {
  readonly code: string
  readonly field: string | null
}

export interface Sending {
  readonly pending: boolean
  readonly refused: Refused | undefined
  /** Grows with every refusal, so that the same one is announced again. */
  readonly tries: number
  readonly run: (form: FormData) => Promise<void>
}

/** Throws it to refuse before anything is asked of the server. */
export class NotSent extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.code)
    this.refused = refused
  }
}

/** One sending at a time, one key for one intent; what was typed stays where it was refused. */
export function useSending(send: (form: FormData, key: string) => Promise<unknown>, done: () => void): Sending {
  const key = useRef<string>(undefined)
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const [tries, setTries] = useState(0)
  const run = async (form: FormData): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    key.current ??= crypto.randomUUID()
    try {
      await send(form, key.current)
      key.current = undefined
      setRefused(undefined)
      done()
    } catch (error) {
      const why = refusedBy(error)
      if (why.code === 'command.other-body') key.current = undefined
      setRefused(why)
      setTries((count) => count + 1)
    }
    busy.current = false
    setPending(false)
  }
  return { pending, refused, tries, run }
}

function refusedBy(error: unknown): Refused {
  if (error instanceof NotSent) return error.refused
  if (!(error instanceof TRPCClientError)) return { code: 'unknown', field: null }
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return { code: 'network', field: null }
  const field = 'field' in data && typeof data.field === 'string' ? data.field : null
  if ('reason' in data && typeof data.reason === 'string') return { code: data.reason, field }
  return { code: 'code' in data && typeof data.code === 'string' ? data.code : 'unknown', field }
}
