'use client'
import type { ReactNode } from 'react'
import { Drawer } from '../primitives/Drawer.tsx'
import { SkipLink } from '../primitives/SkipLink.tsx'

export interface ConsoleShellProps {
  brand: ReactNode
  /** The navigation: it stands at the side, and in the sheet. */
  nav: ReactNode
  navLabel: string
  skipLabel: string
  /** Words of the button that opens the navigation on a small screen, and of the one that closes it. */
  menuLabel: string
  closeLabel: string
  account?: ReactNode
  switcher?: ReactNode
  /** Opens the command palette, or searches. */
  search?: ReactNode
  banner?: ReactNode
  children: ReactNode
}

/** The console's frame: navigation at the side, which is a sheet where there is no room for it. */
export function ConsoleShell(props: ConsoleShellProps) {
  const { brand, nav, navLabel, skipLabel, menuLabel, closeLabel, account, switcher, search, banner, children } = props
  return (
    <div className="flex min-h-dvh flex-col [--sticky-top:3.5rem]">
      <SkipLink>{skipLabel}</SkipLink>
      {banner}
      <div className="flex flex-1">
        <aside
          aria-label={navLabel}
          className="hidden w-64 shrink-0 border-e border-line bg-surface lg:block print:hidden"
        >
          <div className="sticky top-0 flex max-h-dvh flex-col">
            <div className="flex h-14 shrink-0 items-center px-6 text-sm font-semibold">{brand}</div>
            {switcher && <div className="px-3 pb-3 [&>span]:px-3">{switcher}</div>}
            <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-6">{nav}</div>
          </div>
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-b border-line bg-canvas px-4 sm:px-6 print:hidden">
            <Drawer
              title={navLabel}
              closeLabel={closeLabel}
              trigger={{
                label: menuLabel,
                icon: <span aria-hidden className="mark is-menu size-5" />,
                className: '-ms-2 lg:hidden',
              }}
            >
              {switcher && <div className="pb-3 [&>span]:px-3">{switcher}</div>}
              {nav}
            </Drawer>
            <div className="min-w-0 font-semibold lg:hidden">{brand}</div>
            {search && <div className="min-w-0 flex-1 max-lg:ms-auto max-lg:flex-none">{search}</div>}
            <div className="ms-auto flex shrink-0 items-center gap-1">{account}</div>
          </header>
          <main id="main" tabIndex={-1} className="w-full max-w-[96rem] flex-1 px-4 py-6 outline-none sm:px-6 lg:px-8">
            {children}
          </main>
        </div>
      </div>
    </div>
  )
}
