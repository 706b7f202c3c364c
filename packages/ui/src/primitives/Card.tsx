import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export interface CardProps {
  title?: ReactNode
  /** Level of the title; 2 by default. */
  headingLevel?: 2 | 3 | undefined
  description?: ReactNode
  /** At the end of the title's line. */
  actions?: ReactNode
  footer?: ReactNode
  /** Without inner space, for tables and lists that bring their own. */
  flush?: boolean | undefined
  as?: 'section' | 'article' | 'div' | 'li' | undefined
  id?: string | undefined
  'aria-label'?: string | undefined
  className?: string | undefined
  children?: ReactNode
}

/** A surface with one matter on it. */
export function Card({ as: Element = 'section', headingLevel = 2, flush, className, ...props }: CardProps) {
  const { title, description, actions, footer, children, ...rest } = props
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const headed = title || description || actions
  return (
    <Element
      {...rest}
      data-card=""
      className={clsx(
        'flex min-w-0 flex-col rounded-2xl border border-line bg-surface shadow-card',
        flush && 'overflow-clip',
        className,
      )}
    >
      {headed && (
        <div
          className={clsx(
            'flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-6 sm:pt-5',
            flush && 'pb-4',
          )}
        >
          <div className="min-w-0">
            {title && <Heading className="text-base font-semibold">{title}</Heading>}
            {description && <p className="mt-0.5 text-sm text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
        </div>
      )}
      {children && (
        <div className={clsx('min-w-0 flex-1', !flush && (headed ? 'px-4 pt-4 pb-4 sm:px-6 sm:pb-6' : 'p-4 sm:p-6'))}>
          {children}
        </div>
      )}
      {footer && <div className="border-t border-line px-4 py-3 text-sm sm:px-6">{footer}</div>}
    </Element>
  )
}
