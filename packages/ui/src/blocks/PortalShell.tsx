import type { ReactNode } from 'react'
import type { LinkAs } from '../link.ts'
import { SkipLink } from '../primitives/SkipLink.tsx'
import type { NavItem } from './nav-item.ts'

export interface PortalShellProps {
  /** Mark and name; a link home. */
  brand: ReactNode
  /** Six at most: they stand in a bar at the bottom of a phone. */
  nav: readonly NavItem[]
  /** Name of the navigation. */
  navLabel: string
  skipLabel: string
  account?: ReactNode
  /** Chooses the organisation. */
  switcher?: ReactNode
  /** Over everything: a notice that this is a demonstration, that one is offline. */
  banner?: ReactNode
  footer?: ReactNode
  linkAs?: LinkAs | undefined
  /** The matter may need less breadth (reading) or all of it (a board). */
  width?: 'narrow' | 'normal' | 'wide' | undefined
  children: ReactNode
}

const widths = { narrow: 'max-w-3xl', normal: 'max-w-5xl', wide: 'max-w-7xl' }

/** The portal's frame: a bar on top, and on a phone the navigation under the thumb. */
export function PortalShell(props: PortalShellProps) {
  const { brand, nav, navLabel, skipLabel, account, switcher, banner, footer, width = 'normal', children } = props
  const Link: LinkAs = props.linkAs ?? 'a'
  return (
    <div className="flex min-h-dvh flex-col [--sticky-top:3.5rem] max-md:[--bottom-nav:4rem]">
      <SkipLink>{skipLabel}</SkipLink>
      {banner}
      <header className="sticky top-0 z-30 border-b border-line bg-surface print:static print:border-0">
        <div className="mx-auto flex h-14 max-w-7xl items-center gap-3 px-4 sm:px-6">
          <div className="min-w-0 font-semibold">{brand}</div>
          {switcher && <div className="min-w-0 border-s border-line ps-3 print:hidden">{switcher}</div>}
          <div className="ms-auto flex shrink-0 items-center gap-1 md:order-3 print:hidden">{account}</div>
          <nav
            aria-label={navLabel}
            className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-t max-md:border-line max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)] md:ms-4 lg:ms-8"
          >
            <ul className="flex max-md:justify-around md:gap-1">
              {nav.map((item) => (
                <li key={item.href} className="max-md:min-w-0 max-md:flex-1">
                  <Link
                    href={item.href}
                    aria-current={item.current ? 'page' : undefined}
                    className="flex items-center justify-center rounded-lg font-medium text-muted outline-offset-[-2px] transition-colors hover:text-ink aria-[current=page]:text-accent-ink max-md:h-16 max-md:flex-col max-md:gap-1 max-md:text-[0.6875rem] max-md:leading-none max-[26rem]:text-[0.625rem] max-[26rem]:tracking-tight max-md:aria-[current=page]:font-semibold md:h-9 md:gap-2 md:px-3 md:text-sm md:aria-[current=page]:bg-accent-soft [&_svg]:size-6 md:[&_svg]:hidden"
                  >
                    {item.icon}
                    <span className="max-w-full truncate max-md:px-0.5">{item.label}</span>
                    {item.badge !== undefined && (
                      <span className="text-xs tabular-nums max-md:sr-only">{item.badge}</span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8 ${widths[width]}`}
      >
        {children}
      </main>
      {footer && (
        <footer className="border-t border-line px-4 py-6 text-sm text-muted sm:px-6 print:hidden">
          <div className="mx-auto max-w-7xl">{footer}</div>
        </footer>
      )}
      <div
        aria-hidden="true"
        className="h-(--bottom-nav) shrink-0 pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
      />
    </div>
  )
}
