'use client'

import { Alert, Button } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../calls/client.ts'
import { reasonOf, useIntent } from '../forms/use-intent.ts'
import { useAccountWords } from './account-words.ts'

export interface EndSessionsProps {
  readonly which: 'others' | 'all' | { readonly session: string }
  readonly label: string
  /** For the screen reader, where several buttons look alike. */
  readonly describedBy?: string
  readonly variant: 'secondary' | 'danger' | 'ghost'
}

/** Ends one session, the others, or all of the own account. */
export function EndSessions({ which, label, describedBy, variant }: EndSessionsProps) {
  const words = useAccountWords()
  const router = useRouter()
  const trpc = useTRPC()
  const intent = useIntent()
  const end = useMutation(
    trpc.account.endSessions.mutationOptions({
      onSuccess: () => {
        if (which === 'all') window.location.assign('/sign-in')
        else {
          intent.renew()
          router.refresh()
        }
      },
    }),
  )
  return (
    <>
      {end.error ? (
        <Alert tone="danger" live>
          {words(reasonOf(end.error))}
        </Alert>
      ) : null}
      <Button
        size="sm"
        variant={variant}
        aria-describedby={describedBy}
        pending={end.isPending}
        onClick={() => end.mutate({ key: intent.key, which })}
      >
        {label}
      </Button>
    </>
  )
}
