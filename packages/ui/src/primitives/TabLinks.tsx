import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'

export interface TabLink {
  href: string
  label: ReactNode
  /** How many there are behind it, as text. */
  count?: string | undefined
  current?: boolean | undefined
}

export interface TabLinksProps {
  /** Name of this navigation. */
  label: string
  items: readonly TabLink[]
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** Views of one matter, each with its own address; scrolls sideways where it is too long. */
export function TabLinks({ label, items, linkAs: Link = 'a', className = '' }: TabLinksProps) {
  return (
    <nav aria-label={label} className={`overflow-x-auto border-b border-line ${className}`}>
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className="flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted outline-offset-[-2px] hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              {item.label}
              {item.count !== undefined && (
                <span className="rounded-full bg-sunken px-2 text-xs leading-5 tabular-nums text-muted">
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
