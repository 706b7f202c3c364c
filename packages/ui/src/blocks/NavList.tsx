import type { LinkAs } from '../link.ts'
import type { NavGroup } from './nav-item.ts'

export interface NavListProps {
  /** Name of this navigation. */
  label: string
  groups: readonly NavGroup[]
  linkAs?: LinkAs | undefined
}

/** Navigation downwards, in groups; for a sidebar or a sheet. */
export function NavList({ label, groups, linkAs: Link = 'a' }: NavListProps) {
  return (
    <nav aria-label={label} className="space-y-5">
      {groups.map((group) => (
        <div key={group.id}>
          {group.label && <p className="px-3 pb-1 text-xs font-medium text-muted">{group.label}</p>}
          <ul className="space-y-0.5">
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  aria-current={item.current ? 'page' : undefined}
                  className="flex min-h-11 items-center gap-3 rounded-lg px-3 text-sm font-medium text-muted transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink lg:min-h-9 [&_svg]:size-[1.125rem] [&_svg]:shrink-0"
                >
                  {item.icon}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.badge !== undefined && <span className="text-xs tabular-nums">{item.badge}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
