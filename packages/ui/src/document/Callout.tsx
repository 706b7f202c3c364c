import { Dumbbell, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { toneSoft } from '../tone.ts'
import type { CalloutTone } from './types.ts'

const looks = {
  note: { tone: 'info', Icon: Info },
  practice: { tone: 'good', Icon: Dumbbell },
  warning: { tone: 'soon', Icon: TriangleAlert },
} as const

/** A passage set apart: its tone as an icon and a word. */
export function Callout({ tone, title, children }: { tone: CalloutTone; title: string; children: ReactNode }) {
  const { tone: colour, Icon } = looks[tone]
  return (
    <aside aria-label={title} className={`my-6 flex gap-3 rounded-xl p-4 sm:p-5 ${toneSoft[colour]}`}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <div className="mt-1 text-ink [&>:first-child]:mt-0 [&>:last-child]:mb-0">{children}</div>
      </div>
    </aside>
  )
}

export function calloutTone(value: unknown): CalloutTone {
  return value === 'practice' || value === 'warning' ? value : 'note'
}
