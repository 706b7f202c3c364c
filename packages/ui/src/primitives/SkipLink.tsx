import type { ReactNode } from 'react'

/** The first thing a keyboard reaches: past the navigation, to the matter. */
export function SkipLink({ href = '#main', children }: { href?: string | undefined; children: ReactNode }) {
  return (
    <a
      href={href}
      className="fixed start-3 top-3 z-50 -translate-y-20 rounded-lg bg-accent px-4 py-3 font-medium text-on-accent shadow-float focus:translate-y-0 print:hidden"
    >
      {children}
    </a>
  )
}
