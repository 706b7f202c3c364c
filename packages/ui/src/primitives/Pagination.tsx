'use client'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'
import { buttonClass } from './button-class.ts'

export interface PaginationProps {
  /** Name of this navigation. */
  label: string
  /** Where one stands: "51–100 of 4,000". */
  summary?: ReactNode
  previousLabel: string
  nextLabel: string
  previousHref?: string | undefined
  nextHref?: string | undefined
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** Earlier and later pages of a list, as addresses. */
export function Pagination({ label, summary, linkAs, className, ...props }: PaginationProps) {
  return (
    <nav aria-label={label} className={clsx('flex flex-wrap items-center justify-between gap-3 py-3', className)}>
      <p className="text-sm text-muted tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <Step href={props.previousHref} linkAs={linkAs}>
          <span aria-hidden className="mark is-back size-4" />
          {props.previousLabel}
        </Step>
        <Step href={props.nextHref} linkAs={linkAs}>
          {props.nextLabel}
          <span aria-hidden className="mark is-next size-4" />
        </Step>
      </div>
    </nav>
  )
}

/** Without an address it is shown, but is no link. */
function Step({
  href,
  linkAs: Link = 'a',
  children,
}: {
  href?: string | undefined
  linkAs?: LinkAs | undefined
  children: ReactNode
}) {
  const className = buttonClass({ variant: 'secondary', size: 'sm' })
  if (href === undefined) {
    return (
      <span aria-disabled="true" className={className}>
        {children}
      </span>
    )
  }
  return (
    <Link href={href} className={className}>
      {children}
    </Link>
  )
}
