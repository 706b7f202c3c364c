'use client'

import { Button } from '@gs/ui'
import { useTranslations } from 'next-intl'

export interface PageErrorProps {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

/** A page that failed: what happened, what was kept, what to do. */
export function PageError({ error, reset }: PageErrorProps) {
  const t = useTranslations('errors')
  return (
    <div className="mx-auto max-w-prose px-4 py-16" role="alert">
      <h1 className="font-semibold text-2xl">{t('page.title')}</h1>
      <p className="mt-3 text-muted">{t('page.text')}</p>
      {error.digest ? <p className="mt-3 text-muted text-sm">{t('page.reference', { digest: error.digest })}</p> : null}
      <div className="mt-6">
        <Button onClick={reset}>{t('page.retry')}</Button>
      </div>
    </div>
  )
}
