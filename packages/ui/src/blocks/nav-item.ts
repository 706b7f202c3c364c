import type { ReactNode } from 'react'

export interface NavItem {
  href: string
  label: string
  icon?: ReactNode
  /** This is where one is. An app's own link may set `aria-current="page"` itself instead. */
  current?: boolean | undefined
  /** A count or a short word at the end. */
  badge?: ReactNode
}
