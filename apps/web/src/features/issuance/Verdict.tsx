import { ToneIcon, toneSoft } from '@gs/ui'
import type { ReactNode } from 'react'
import { toneOfState } from './state-tone.ts'
import type { VerifiedRecord } from './types.ts'

interface VerdictProps {
  readonly state: VerifiedRecord['state']
  readonly title: string
  readonly children: ReactNode
}

/** The answer in one look: sign, word and colour. */
export function Verdict({ state, title, children }: VerdictProps) {
  const tone = toneOfState(state)
  return (
    <section aria-label={title} className={`flex items-start gap-4 rounded-2xl p-5 sm:p-6 ${toneSoft[tone]}`}>
      <ToneIcon tone={tone} className="size-9 shrink-0" />
      <div className="min-w-0">
        <h2 className="font-semibold text-xl leading-tight">{title}</h2>
        <p className="mt-1 text-ink">{children}</p>
      </div>
    </section>
  )
}
