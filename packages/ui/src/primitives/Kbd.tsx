import type { ReactNode } from 'react'

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid min-w-5 place-items-center rounded border border-line bg-sunken px-1 font-sans text-xs leading-5 text-muted">
      {children}
    </kbd>
  )
}
