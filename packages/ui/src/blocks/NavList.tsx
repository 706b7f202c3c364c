export interface NavRow {
  readonly href: string
  readonly label: string
  /** Class of its mark (`marks.css`). */
  readonly mark: string
}

export interface NavListProps {
  /** Name of this navigation. */
  readonly label: string
  readonly rows: readonly NavRow[]
  /** The path of the page: the row that it lies under is current. */
  readonly here: string
}

/** Navigation downwards; for a sidebar or a sheet. */
export function NavList({ label, rows, here }: NavListProps) {
  return (
    <nav aria-label={label}>
      <ul className="space-y-0.5">
        {rows.map(({ href, label: words, mark }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={here === href || here.startsWith(`${href}/`) ? 'page' : undefined}
              className="flex min-h-11 items-center gap-3 rounded-lg px-3 text-sm font-medium text-muted transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink lg:min-h-9"
            >
              <span aria-hidden className={`mark size-[1.125rem] ${mark}`} />
              <span className="min-w-0 flex-1 truncate">{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
