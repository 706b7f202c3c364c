import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export interface SplitViewProps {
  list: ReactNode
  detail: ReactNode
  listLabel: string
  detailLabel: string
  /** On a small screen one of the two is shown: the detail when something is chosen. */
  chosen: boolean
  /** Leads back to the list there. */
  back?: ReactNode
  className?: string | undefined
}

/** A list and what is chosen from it, side by side where there is room (queues, inboxes, evidence beside the rule). */
export function SplitView({ list, detail, listLabel, detailLabel, chosen, back, className }: SplitViewProps) {
  return (
    <div
      className={clsx('lg:grid lg:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)] lg:items-start lg:gap-6', className)}
    >
      <section
        aria-label={listLabel}
        className={clsx(
          'lg:sticky lg:top-[calc(var(--sticky-top,0px)+1.5rem)] lg:max-h-[calc(100dvh-var(--sticky-top,0px)-3rem)] lg:overflow-y-auto',
          chosen && 'max-lg:hidden',
        )}
      >
        {list}
      </section>
      <section aria-label={detailLabel} className={clsx('min-w-0', !chosen && 'max-lg:hidden')}>
        {back && <div className="mb-4 lg:hidden">{back}</div>}
        {detail}
      </section>
    </div>
  )
}
