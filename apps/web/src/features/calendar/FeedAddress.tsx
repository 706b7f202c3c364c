'use client'

import { Alert, Button, Field, Input } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'

/** Makes, renews and ends the private address. It is shown once: afterwards not even we know it. */
export function FeedAddress({ since }: { readonly since: string | null }) {
  const t = useTranslations('calendar')
  const trpc = useTRPC()
  const [open, setOpen] = useState(since !== null)
  const [path, setPath] = useState('')
  const make = useMutation(
    trpc.calendar.open.mutationOptions({
      onSuccess: (answer) => {
        setOpen(true)
        setPath(answer.path)
      },
    }),
  )
  const end = useMutation(
    trpc.calendar.close.mutationOptions({
      onSuccess: () => {
        setOpen(false)
        setPath('')
      },
    }),
  )
  const failed = make.isError || end.isError
  return (
    <div className="grid gap-4">
      <h3 className="font-semibold">{t('feed.title')}</h3>
      <p className="max-w-prose text-muted text-sm">
        {open && since !== null && path === '' ? t('feed.since', { since }) : t('feed.intro')}
      </p>
      {failed ? (
        <Alert tone="danger" live>
          {t('feed.failed')}
        </Alert>
      ) : null}
      {path === '' ? null : (
        <Alert tone="success" live title={t('feed.once')}>
          <Field id="feed-address" label={t('feed.address')} hint={t('feed.addressHint')}>
            {(control) => (
              <Input
                {...control}
                readOnly
                value={`${window.location.origin}${path}`}
                onFocus={({ target }) => target.select()}
                className="font-mono text-sm"
              />
            )}
          </Field>
        </Alert>
      )}
      {end.isSuccess && !open ? (
        <Alert tone="info" live>
          {t('feed.ended')}
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button
          variant={open ? 'secondary' : 'primary'}
          pending={make.isPending}
          pendingLabel={t('feed.pending')}
          onClick={() => make.mutate({ key: crypto.randomUUID() })}
        >
          {open ? t('feed.renew') : t('feed.make')}
        </Button>
        {open ? (
          <Button
            variant="ghost"
            pending={end.isPending}
            pendingLabel={t('feed.pending')}
            onClick={() => end.mutate({ key: crypto.randomUUID() })}
          >
            {t('feed.end')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
