'use client'

import type { LinkProps } from '@gs/ui'
import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'

/** A link of the navigation: it knows whether one is there, and dims while its page is on the way. */
export function ShellLink({ href, children, ...rest }: LinkProps) {
  const path = usePathname()
  const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    // Pages are made for one person at one moment: fetched when they are wanted, not before.
    <Link {...rest} href={href} prefetch={false} aria-current={here ? 'page' : undefined}>
      <Pending>{children}</Pending>
    </Link>
  )
}

function Pending({ children }: Pick<LinkProps, 'children'>) {
  const { pending } = useLinkStatus()
  return <span className={`contents ${pending ? 'text-accent-ink' : ''}`}>{children}</span>
}
