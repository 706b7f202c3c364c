import { type TimelineMarkKind, timelineMarkKinds } from './timeline-types.ts'

/** A mark by its shape: earned is a full disc, planned an open one, at risk a triangle. */
export function TimelineMarkShape({ kind }: { kind: TimelineMarkKind }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="block size-4">
      {kind === 'earned' && <circle cx="8" cy="8" r="6.5" className="fill-accent stroke-surface" strokeWidth="1.5" />}
      {kind === 'planned' && (
        <circle
          cx="8"
          cy="8"
          r="5.25"
          className="fill-surface stroke-accent"
          strokeWidth="2"
          strokeDasharray="2.6 1.5"
        />
      )}
      {kind === 'atRisk' && (
        <path d="M8 1.5 15 14H1Z" className="fill-soon stroke-surface" strokeWidth="1.25" strokeLinejoin="round" />
      )}
    </svg>
  )
}

export interface TimelineLegendProps {
  kinds: readonly TimelineMarkKind[]
  labels: Record<TimelineMarkKind, string>
}

/** What the shapes mean. */
export function TimelineLegend({ kinds, labels }: TimelineLegendProps) {
  const shown = timelineMarkKinds.filter((kind) => kinds.includes(kind))
  if (shown.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {shown.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <TimelineMarkShape kind={kind} />
          {labels[kind]}
        </li>
      ))}
    </ul>
  )
}
