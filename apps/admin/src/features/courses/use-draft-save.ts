'use client'

import type { DraftEdit } from '@gs/domain/courses'
import { useMutation } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTRPC, useTRPCClient } from '../../trpc/client.ts'
import type { Draft, StoredEdit } from './draft-view.ts'
import { useErrorWords } from './use-error-words.ts'

/** Somebody else has saved since: what they changed, and the draft as it is now. */
export interface Stale {
  readonly edits: readonly StoredEdit[]
  readonly body: Draft['body']
  readonly revision: number
}

export interface DraftSave {
  readonly pending: boolean
  readonly failure: string | null
  readonly failedAt: number
  readonly stale: Stale | null
  /** True once this editor's last words are saved. */
  readonly saved: boolean
  readonly save: (edit: DraftEdit) => void
  /** Goes on from the newest revision; what is saved next stands on top of what others have saved. */
  readonly goOnFromNewest: () => void
  /** The editor holds something that is not saved. */
  readonly touch: () => void
}

/** Saves edits of one draft, each on the revision that this page knows; a stale one is held back and shown. */
export function useDraftSave(courseId: string, firstRevision: number): DraftSave {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const router = useRouter()
  const words = useErrorWords()
  const [revision, setRevision] = useState(firstRevision)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [stale, setStale] = useState<Stale | null>(null)
  const [touched, setTouched] = useState(false)
  const look = async (): Promise<void> => {
    const draft = await client.courses.draft.query({ courseId })
    setStale({
      edits: draft.edits.filter((edit) => edit.revision > revision),
      body: draft.body,
      revision: draft.revision,
    })
  }
  const { mutate, isPending, isSuccess, error, submittedAt } = useMutation(
    trpc.courses.saveDraft.mutationOptions({
      onSuccess: (saved) => {
        setRevision(saved.revision)
        setKey(crypto.randomUUID())
        setTouched(false)
        router.refresh()
      },
      onError: (failed) => {
        if (failed.data) setKey(crypto.randomUUID())
        if (failed instanceof TRPCClientError && failed.data?.reason === 'draft.stale') void look()
      },
    }),
  )
  useLeaveWarning(touched)
  return {
    pending: isPending,
    failure: error && !stale ? words(error) : null,
    failedAt: submittedAt,
    stale,
    saved: isSuccess && !touched,
    save: (edit) => {
      if (!isPending) mutate({ courseId, revision, edit, key })
    },
    goOnFromNewest: () => {
      if (stale) setRevision(stale.revision)
      setStale(null)
    },
    touch: () => setTouched(true),
  }
}

/** The browser asks before a page with unsaved words is left. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}
