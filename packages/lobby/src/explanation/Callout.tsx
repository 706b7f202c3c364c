import type { ReactNode } from 'react'

/** A sentence that stands out of the steps around it. */
export function Callout({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="my-3 break-inside-avoid rounded-lg border border-line bg-sunken px-4 py-3">
      <p className="font-semibold text-sm">{title}</p>
      <p className="mt-0.5">{children}</p>
    </div>
  )
}
