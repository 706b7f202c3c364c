import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'
import { buttonClass } from '../primitives/button-class.ts'

export interface FilterChip {
  id: string
  /** "Unit: North" */
  label: string
  /** The address without it, and what that does: "Remove the filter Unit: North". */
  removeHref: string
  removeLabel: string
}

export interface FilterBarProps {
  /** Name of this form. */
  label: string
  /** The list's own address; the fields become its query. */
  action: string
  /** Controls with names (`Field` with `hideLabel`, `Select`, `Input type="search"`). */
  children: ReactNode
  submitLabel: string
  chips?: readonly FilterChip[] | undefined
  clear?: { href: string; label: string } | undefined
  /** At the end: export, saved views. */
  actions?: ReactNode
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** What narrows a list. A plain GET form, so that it lives in the address and works before any script has come. */
export function FilterBar(props: FilterBarProps) {
  const { label, action, children, submitLabel, chips = [], clear, actions, className } = props
  const Link: LinkAs = props.linkAs ?? 'a'
  return (
    <div className={`print:hidden ${className ?? ''}`}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <search className="flex-1 max-sm:basis-full">
          <form
            aria-label={label}
            action={action}
            method="get"
            className="flex flex-wrap items-end gap-2 max-sm:grid max-sm:grid-cols-2 max-sm:*:first:col-span-2 sm:*:max-w-56"
          >
            {children}
            <button type="submit" className={buttonClass({ variant: 'secondary' })}>
              {submitLabel}
            </button>
          </form>
        </search>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {(chips.length > 0 || clear) && (
        <ul className="mt-3 flex flex-wrap items-center gap-2">
          {chips.map((chip) => (
            <li key={chip.id} className="flex items-center rounded-full bg-sunken ps-3 text-sm">
              {chip.label}
              <Link
                href={chip.removeHref}
                aria-label={chip.removeLabel}
                className="grid size-8 place-items-center rounded-full text-muted hover:text-ink"
              >
                <span aria-hidden className="mark is-close size-4" />
              </Link>
            </li>
          ))}
          {clear && (
            <li>
              <Link
                href={clear.href}
                className="inline-flex min-h-8 items-center px-2 text-sm font-medium text-accent-ink hover:underline"
              >
                {clear.label}
              </Link>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
