import type { ElementType, MouseEventHandler, ReactNode } from 'react'

/** What a link of ours needs of the element that draws it: a framework's Link fits, and so does `a`. */
export interface LinkProps {
  href: string
  className?: string | undefined
  children?: ReactNode
  id?: string | undefined
  title?: string | undefined
  rel?: string | undefined
  role?: string | undefined
  tabIndex?: number | undefined
  onClick?: MouseEventHandler<HTMLAnchorElement>
  'aria-current'?: 'page' | 'step' | 'true' | undefined
  'aria-label'?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-disabled'?: boolean | undefined
}

/** The app's own link component; every component with links takes one as `linkAs`, `a` by default. */
export type LinkAs = ElementType<LinkProps>
