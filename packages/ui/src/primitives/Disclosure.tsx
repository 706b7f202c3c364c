import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

export interface DisclosureProps {
  summary: ReactNode
  open?: boolean | undefined
  /** `plain` stands in running content, `card` is a framed block of its own. */
  look?: 'plain' | 'card' | undefined
  /** Disclosures of one name close each other. */
  name?: string | undefined
  id?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** Something more, one press away, without script. */
export function Disclosure({ summary, look = 'plain', className, children, ...rest }: DisclosureProps) {
  return (
    <details
      {...rest}
      className={clsx('group', look === 'card' && 'rounded-xl border border-line bg-surface shadow-card', className)}
    >
      <summary
        className={clsx(
          'flex min-h-9 items-center gap-2 rounded-lg font-medium select-none',
          look === 'card' ? 'px-4 py-3' : 'w-fit py-1 text-sm text-accent-ink hover:underline hover:underline-offset-3',
        )}
      >
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      <div className={look === 'card' ? 'border-t border-line px-4 py-4' : 'pt-2'}>{children}</div>
    </details>
  )
}
