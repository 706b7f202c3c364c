import { createElement, Fragment, type ReactNode } from 'react'

/** What `draw` makes of each item, for lists that never move: place is identity there, so they need no keys. */
export function staticList<T>(items: readonly T[], draw: (item: T, index: number) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map(draw))
}
