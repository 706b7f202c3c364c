import type { ReactNode } from 'react'
import { type Tone, toneSoft } from '../tone.ts'

export interface ShellBannerProps {
  /** Name of the landmark. */
  label?: string | undefined
  tone?: Tone | undefined
  icon?: ReactNode
  children: ReactNode
}

/** One line over the whole app. */
export function ShellBanner({ label, tone = 'info', icon, children }: ShellBannerProps) {
  return (
    <aside
      aria-label={label}
      className={`flex items-center justify-center gap-2 px-4 py-1.5 text-center text-sm print:hidden [&_svg]:size-4 [&_svg]:shrink-0 ${toneSoft[tone]}`}
    >
      {icon}
      <div className="min-w-0">{children}</div>
    </aside>
  )
}
