import type { Tone } from '../tone.ts'

export interface TimelineCycle {
  id: string
  /** First and last day, 'YYYY-MM-DD'. */
  start: string
  end: string
  /** Short: "2025–27". */
  label: string
  /** Shown where there is room: "1.9 of 2.0". */
  detail?: string | undefined
  state: 'past' | 'current' | 'ahead'
  /** How it stands; `good` by default. */
  tone?: Tone | undefined
}

export const timelineMarkKinds = ['earned', 'planned', 'atRisk'] as const

export type TimelineMarkKind = (typeof timelineMarkKinds)[number]

export interface TimelineMark {
  id: string
  /** 'YYYY-MM-DD' */
  day: string
  /** The day in the reader's language. */
  dayText: string
  kind: TimelineMarkKind
  title: string
  amountText: string
  href?: string | undefined
}

export interface TimelineTrack {
  id: string
  /** Shown over the row when there are several. */
  label?: string | undefined
  cycles: readonly TimelineCycle[]
  marks: readonly TimelineMark[]
}
