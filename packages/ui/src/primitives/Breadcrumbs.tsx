import type { LinkAs } from '../link.ts'
import { staticList } from '../static-list.ts'

export interface BreadcrumbsProps {
  /** Name of this navigation. */
  label: string
  /** From the top down; the last one is here and needs no address. */
  items: readonly { label: string; href?: string | undefined }[]
  linkAs?: LinkAs | undefined
}

/** The way down to this page. */
export function Breadcrumbs({ label, items, linkAs: Link = 'a' }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-1">
        {staticList(items, (item, index) => (
          <li className="flex min-w-0 items-center gap-x-1">
            {index > 0 && <span aria-hidden className="mark is-next size-3.5 text-muted" />}
            {item.href === undefined ? (
              <span aria-current="page" className="truncate text-ink">
                {item.label}
              </span>
            ) : (
              <Link
                href={item.href}
                className="inline-flex min-h-6 items-center truncate text-muted hover:text-ink hover:underline"
              >
                {item.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
