import { clsx } from 'clsx'
import type { Tone } from '../tone.ts'
import { TimelineMarkShape } from './TimelineMark.tsx'
import { markRows, type TimeAxis } from './time-axis.ts'
import type { TimelineCycle, TimelineTrack } from './timeline-types.ts'

/** Marks nearer than this (a share of the axis; 16 px of a phone's width) stand over each other. */
const clear = 0.048
const rowHeight = 18
/** From this share of the axis on, a cycle's bar has room for a second word on a desk. */
const roomForDetail = 0.2

export interface TimelineTrackRowProps {
  track: TimelineTrack
  axis: TimeAxis
}

/** One row of the timeline: its cycles as a bar, its marks under them. */
export function TimelineTrackRow({ track, axis }: TimelineTrackRowProps) {
  const marks = track.marks
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((mark) => ({ mark, at: axis.at(mark.day) }))
  const rows = markRows(
    marks.map(({ at }) => at),
    clear,
  )
  const depth = rows.length === 0 ? 0 : Math.max(...rows) + 1
  return (
    <div>
      {track.label && <p className="mb-1 text-sm font-medium">{track.label}</p>}
      <div className="relative h-9">
        {track.cycles.map((cycle) => (
          <CycleBar key={cycle.id} cycle={cycle} axis={axis} />
        ))}
      </div>
      <div className="relative mt-1" style={{ height: depth * rowHeight }}>
        {marks.map(({ mark, at }, index) => (
          <div
            key={mark.id}
            title={`${mark.dayText}: ${mark.title}, ${mark.amountText}`}
            className="absolute -translate-x-1/2 rtl:translate-x-1/2"
            style={{ insetInlineStart: `${at * 100}%`, top: (rows[index] ?? 0) * rowHeight }}
          >
            <TimelineMarkShape kind={mark.kind} />
          </div>
        ))}
      </div>
    </div>
  )
}

const currentTones: Record<Tone, string> = {
  neutral: 'border-line-strong bg-sunken text-ink',
  good: 'border-accent bg-accent-soft text-accent-ink',
  soon: 'border-soon bg-soon-soft text-soon-ink',
  out: 'border-out bg-out-soft text-out-ink',
  info: 'border-info bg-info-soft text-info-ink',
}

function CycleBar({ cycle, axis }: { cycle: TimelineCycle; axis: TimeAxis }) {
  const start = axis.at(cycle.start)
  const share = axis.at(cycle.end) - start
  return (
    <div
      title={[cycle.label, cycle.detail].filter(Boolean).join(': ')}
      className={clsx(
        'absolute inset-y-0 flex items-center overflow-hidden rounded-md border px-2 text-xs',
        cycle.state === 'past' && 'border-line bg-sunken text-muted',
        cycle.state === 'current' && ['font-medium', currentTones[cycle.tone ?? 'good']],
        cycle.state === 'ahead' && 'border-dashed border-line-strong bg-surface text-muted',
      )}
      style={{
        insetInlineStart: `calc(${start * 100}% + 1px)`,
        width: `calc(${share * 100}% - 2px)`,
      }}
    >
      <span className="relative z-2 truncate bg-inherit">{cycle.label}</span>
      {cycle.detail && share > roomForDetail && (
        <span className="relative z-2 ms-auto truncate bg-inherit ps-2 tabular-nums max-sm:hidden">{cycle.detail}</span>
      )}
    </div>
  )
}
