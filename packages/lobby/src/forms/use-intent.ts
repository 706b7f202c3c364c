'use client'

import { useState } from 'react'

export interface Intent {
  /** Goes with the command; a second press with the same key changes nothing. */
  readonly key: string
  /** Begins the next intent: after the command is done. */
  readonly renew: () => void
  /** Begins the next intent where the server holds the key for what was typed before. */
  readonly afterRefusal: (reason: string | undefined) => void
}

/** The idempotency key of one intent of a form. */
export function useIntent(): Intent {
  const [key, setKey] = useState(() => crypto.randomUUID())
  const renew = () => setKey(crypto.randomUUID())
  return {
    key,
    renew,
    afterRefusal: (reason) => {
      if (reason === 'command.other-body') renew()
    },
  }
}

interface Refused {
  readonly data?: { readonly reason?: string | null; readonly code?: string } | null | undefined
}

/** The stable code of a refused call; `network` where no answer came. */
export const reasonOf = ({ data }: Refused): string => (data ? (data.reason ?? data.code ?? 'unknown') : 'network')
