'use client'

import { TRPCClientError } from '@trpc/client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { upload } from './upload.ts'

export interface HandIn {
  readonly pending: boolean
  /** Stable code of the last refusal. */
  readonly reason: string | undefined
  /** Grows with every refusal, so that the same one is announced again. */
  readonly tries: number
  readonly run: (form: FormData) => Promise<void>
}

interface Sent {
  readonly file: File
  readonly fileId: string
}

interface HandInOptions {
  readonly purpose: 'evidence' | 'card'
  /** Hands in what the form holds; the key is that of this intent. */
  readonly send: (form: FormData, fixed: { key: string; fileId: string }) => Promise<unknown>
}

/**
 * The file first, then what it proves. One at a time, one key for one intent; where something is refused, what was
 * typed and the file that was sent stay.
 */
export function useHandIn({ purpose, send }: HandInOptions): HandIn {
  const router = useRouter()
  const key = useRef<string>(undefined)
  const sent = useRef<Sent>(undefined)
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [reason, setReason] = useState<string>()
  const [tries, setTries] = useState(0)
  const refused = (code: string): void => {
    // The key belongs to what was typed before: what is typed now is another intent.
    if (code === 'command.other-body') key.current = undefined
    busy.current = false
    setPending(false)
    setReason(code)
    setTries((count) => count + 1)
  }
  const run = async (form: FormData): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    const file = form.get('file')
    if (!(file instanceof File) || file.name === '') return refused('submission.evidence-missing')
    if (sent.current?.file !== file && !same(sent.current?.file, file)) {
      const kept = await upload({ file, purpose, key: crypto.randomUUID() })
      if (!kept.ok) return refused(kept.code)
      sent.current = { file, fileId: kept.fileId }
    }
    const fileId = sent.current?.fileId ?? ''
    key.current ??= crypto.randomUUID()
    try {
      await send(form, { key: key.current, fileId })
    } catch (error) {
      return refused(codeOf(error))
    }
    router.push(`/credits/hand-in?done=${purpose}`)
    router.refresh()
  }
  return { pending, reason, tries, run }
}

/** Forms make a new object of the same chosen file each time they are read. */
const same = (one: File | undefined, other: File): boolean =>
  one !== undefined &&
  one.name === other.name &&
  one.size === other.size &&
  one.lastModified === other.lastModified &&
  one.type === other.type

/** The stable code of a refused call; `network` where no answer came. */
function codeOf(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return 'unknown'
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null) return 'network'
  if ('reason' in data && typeof data.reason === 'string') return data.reason
  return 'code' in data && typeof data.code === 'string' ? data.code : 'unknown'
}
