'use client'

import { typedIn } from '@gs/lobby/forms'
import { Alert, Button, Card, Field, FormError, Textarea } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from './use-error-words.ts'

export interface PublishPanelProps {
  readonly courseId: string
  readonly revision: number
  readonly nextVersion: number
  /** Nothing stands in the way, and something has changed. */
  readonly ready: boolean
  /** What it would change. */
  readonly children: ReactNode
}

/** Publishes the draft as a version that never changes again; those who have begun keep theirs. */
export function PublishPanel({ courseId, revision, nextVersion, ready, children }: PublishPanelProps) {
  const t = useTranslations('courses.publish')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const publish = useMutation(
    trpc.courses.publish.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: (error) => error.data && setKey(crypto.randomUUID()),
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const note = typedIn(new FormData(event.currentTarget), 'note')
    if (!publish.isPending) publish.mutate({ courseId, revision, note, key })
  }
  return (
    <Card title={t('title', { version: nextVersion })}>
      <div className="space-y-4">
        {publish.isSuccess ? (
          <Alert tone="success" live title={t('done', { version: publish.data.version })}>
            {t('doneText')}
          </Alert>
        ) : null}
        {publish.error ? <FormError key={publish.submittedAt} title={words(publish.error)} /> : null}
        {children}
        {ready ? (
          <form className="grid gap-4" onSubmit={submit}>
            <Field id="note" label={t('note')} hint={t('noteHint')} required>
              {(control) => <Textarea {...control} name="note" rows={2} maxLength={1000} />}
            </Field>
            <p className="text-muted text-sm">{t('keeps')}</p>
            <div>
              <Button type="submit" variant="primary" pending={publish.isPending} pendingLabel={t('pending')}>
                {t('submit')}
              </Button>
            </div>
          </form>
        ) : null}
      </div>
    </Card>
  )
}
