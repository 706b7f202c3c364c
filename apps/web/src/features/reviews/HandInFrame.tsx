import { Alert, Breadcrumbs, Card, PageHeader } from '@gs/ui'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Messages } from '../../i18n/Messages.tsx'

export interface HandInFrameProps {
  readonly which: 'activity' | 'card'
  /** False where no rule asks for any of it: there is nothing to hand in for. */
  readonly possible: boolean
  readonly children: ReactNode
}

/** The page around one of the forms for handing in. */
export async function HandInFrame({ which, possible, children }: HandInFrameProps) {
  const t = await getTranslations('reviews')
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t(`${which}.heading`)}
        description={t(`${which}.intro`)}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            linkAs={Link}
            items={[
              { label: t('credits'), href: '/credits' },
              { label: t('title'), href: '/credits/hand-in' },
              { label: t(`${which}.heading`) },
            ]}
          />
        }
      />
      {possible ? (
        <Card>
          <Messages namespaces={['reviews']}>{children}</Messages>
        </Card>
      ) : (
        <Alert tone="info">{t(`${which}.impossible`)}</Alert>
      )}
    </div>
  )
}
