import { clsx } from 'clsx'
import type { LinkAs } from '../link.ts'
import { ChartData } from './ChartData.tsx'
import { TimelineLegend } from './TimelineMark.tsx'
import { TimelineTrackRow } from './TimelineTrackRow.tsx'
import { timeAxis } from './time-axis.ts'
import { type TimelineMarkKind, type TimelineTrack, timelineMarkKinds } from './timeline-types.ts'

export interface CycleTimelineProps {
  /** What it shows and how it stands, in words. */
  label: string
  /** One row each; all on one axis. */
  tracks: readonly TimelineTrack[]
  /** 'YYYY-MM-DD' and its word. */
  today: { day: string; label: string }
  kindLabels: Record<TimelineMarkKind, string>
  /** Words for the figures behind it. */
  table: { openLabel: string; columns: { day: string; what: string; kind: string; amount: string } }
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** Cycles on a real time axis, with what was earned, is planned or is at risk in them, and a line at today. */
export function CycleTimeline({
  label,
  tracks,
  today,
  kindLabels,
  table,
  linkAs: Link = 'a',
  className,
}: CycleTimelineProps) {
  const axis = timeAxis([
    today.day,
    ...tracks.flatMap((track) => [
      ...track.cycles.flatMap((cycle) => [cycle.start, cycle.end]),
      ...track.marks.map((mark) => mark.day),
    ]),
  ])
  const now = axis.at(today.day)
  const kinds = timelineMarkKinds.filter((kind) =>
    tracks.some((track) => track.marks.some((mark) => mark.kind === kind)),
  )
  const rows = tracks.flatMap((track) =>
    track.marks.map((mark) => [
      mark.dayText,
      mark.href === undefined ? (
        mark.title
      ) : (
        <Link key={mark.id} href={mark.href} className="text-accent-ink underline underline-offset-3">
          {mark.title}
        </Link>
      ),
      kindLabels[mark.kind],
      mark.amountText,
    ]),
  )
  const { day, what, kind, amount } = table.columns
  return (
    <figure aria-label={label} className={className}>
      <div role="img" aria-label={label}>
        <div aria-hidden="true" className="relative isolate mb-3 pt-6 pb-6">
          {axis.years.map(({ year, at, minor }) => (
            <div
              key={year}
              className={clsx('absolute inset-y-0 pt-6', minor && 'max-sm:hidden')}
              style={{ insetInlineStart: `${at * 100}%` }}
            >
              <div className="h-full border-s border-dashed border-line" />
              <span className="absolute bottom-0 start-1 text-xs leading-5 text-muted tabular-nums">
                {at < 0.94 && year}
              </span>
            </div>
          ))}
          <div className="relative space-y-4">
            {tracks.map((track) => (
              <TimelineTrackRow key={track.id} track={track} axis={axis} />
            ))}
          </div>
          <div
            className="absolute top-0 bottom-6 z-1 border-s-2 border-ink"
            style={{ insetInlineStart: `${now * 100}%` }}
          >
            <span
              className={clsx(
                'absolute top-0 bg-ink px-1.5 text-xs leading-5 font-medium whitespace-nowrap text-canvas',
                now > 0.5 ? 'end-0 rounded-s' : 'start-0 rounded-e',
              )}
            >
              {today.label}
            </span>
          </div>
        </div>
      </div>
      <TimelineLegend kinds={kinds} labels={kindLabels} />
      {rows.length > 0 && (
        <ChartData openLabel={table.openLabel} caption={label} columns={[day, what, kind, amount]} rows={rows} />
      )}
    </figure>
  )
}
