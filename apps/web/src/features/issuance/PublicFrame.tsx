import { Brand } from '@gs/lobby/shell'
import { PageHeader } from '@gs/ui'
import type { ReactNode } from 'react'

/** A page for people who have no account here. */
export function PublicFrame({
  title,
  description,
  children,
}: {
  title: string
  description: string
  children: ReactNode
}) {
  return (
    <div className="mx-auto max-w-2xl px-4 py-6 sm:py-10">
      <header className="mb-8 font-semibold">
        <Brand />
      </header>
      <main id="main">
        <PageHeader title={title} description={description} />
        <div className="space-y-6">{children}</div>
      </main>
    </div>
  )
}
