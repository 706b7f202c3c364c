import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export interface PageHeaderProps {
  title: ReactNode
  description?: ReactNode
  breadcrumbs?: ReactNode
  /** Beside the title: a status, a date. */
  meta?: ReactNode
  actions?: ReactNode
  className?: string | undefined
}

/** The head of a page, with its only `h1`. */
export function PageHeader({ title, description, breadcrumbs, meta, actions, className }: PageHeaderProps) {
  return (
    <header className={clsx('mb-6 sm:mb-8', className)}>
      {breadcrumbs && <div className="mb-2">{breadcrumbs}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="text-2xl leading-tight font-semibold tracking-tight sm:text-[1.75rem]">{title}</h1>
            {meta}
          </div>
          {description && <div className="mt-1.5 max-w-2xl text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  )
}
