import { LanguageChoice } from '@gs/lobby/auth'
import { Brand } from '@gs/lobby/shell'
import { buttonClass, PageHeader } from '@gs/ui'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Messages } from '../../i18n/Messages.tsx'

interface CredentialFrameProps {
  readonly title: string
  readonly description: ReactNode
  readonly breadcrumbs?: ReactNode
  readonly children: ReactNode
}

/** A page about credentials for people who have no account here; they choose their language below. */
export async function CredentialFrame({ title, description, breadcrumbs, children }: CredentialFrameProps) {
  const t = await getTranslations('credentials')
  return (
    <div className="mx-auto max-w-4xl px-4 py-6 sm:py-10">
      <header className="mb-8 flex items-center justify-between gap-4 font-semibold print:hidden">
        <Brand />
        <Link href="/" prefetch={false} className={buttonClass({ variant: 'secondary', size: 'sm' })}>
          {t('mine')}
        </Link>
      </header>
      <main id="main">
        <PageHeader title={title} description={description} breadcrumbs={breadcrumbs} />
        <div className="grid gap-6">{children}</div>
      </main>
      <footer className="mt-10 print:hidden">
        <Messages namespaces={['shell']}>
          <LanguageChoice />
        </Messages>
      </footer>
    </div>
  )
}
