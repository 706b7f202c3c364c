'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Takes the focus when it appears because somebody moved there, so that keyboard and screen reader follow the question. */
export function FocusPanel({ focus, children }: { readonly focus: boolean; readonly children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus) panel.current?.focus()
  }, [focus])
  return (
    <div ref={panel} tabIndex={-1} className="min-w-0 space-y-6 outline-none">
      {children}
    </div>
  )
}
