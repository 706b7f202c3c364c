import { clsx } from 'clsx'
import type { LinkAs } from '../link.ts'
import { ToneIcon } from '../primitives/ToneIcon.tsx'
import { type Tone, toneFill, toneText } from '../tone.ts'

export interface BarSegment {
  id: string
  label: string
  value: number
  valueText: string
  tone: Tone
  href?: string | undefined
}

export interface StackedBarProps {
  /** What is divided. */
  label: string
  segments: readonly BarSegment[]
  linkAs?: LinkAs | undefined
  className?: string | undefined
}

/** A whole and its parts: the bar to see, and under it each part with icon, word and figure, leading to its rows. */
export function StackedBar({ label, segments, linkAs, className }: StackedBarProps) {
  const shown = segments.filter((segment) => segment.value > 0)
  return (
    <figure aria-label={label} className={className}>
      <div aria-hidden="true" className="flex h-5 gap-0.5 overflow-hidden rounded-lg bg-line/60">
        {shown.map((segment) => (
          <BarPart key={segment.id} segment={segment} linkAs={linkAs} />
        ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-2 gap-y-1">
        {segments.map((segment) => (
          <li key={segment.id}>
            <LegendEntry segment={segment} linkAs={linkAs} />
          </li>
        ))}
      </ul>
    </figure>
  )
}

interface PartProps {
  segment: BarSegment
  linkAs: LinkAs | undefined
}

/** For the pointer alone; keyboard and screen reader have the legend. */
function BarPart({ segment, linkAs: Link = 'a' }: PartProps) {
  const look = clsx('block h-full', toneFill[segment.tone])
  return (
    <div
      className="min-w-1.5"
      style={{ flexGrow: segment.value, flexBasis: 0 }}
      title={`${segment.label}: ${segment.valueText}`}
    >
      {segment.href === undefined ? (
        <div className={look} />
      ) : (
        <Link href={segment.href} tabIndex={-1} className={clsx(look, 'transition-opacity hover:opacity-75')} />
      )}
    </div>
  )
}

function LegendEntry({ segment, linkAs: Link = 'a' }: PartProps) {
  const entry = (
    <>
      <ToneIcon tone={segment.tone} className={clsx('size-4 shrink-0', toneText[segment.tone])} />
      <span>{segment.label}</span>
      <span className="font-semibold tabular-nums">{segment.valueText}</span>
    </>
  )
  const className = 'flex min-h-9 items-center gap-2 rounded-lg pe-2.5 text-sm'
  if (segment.href === undefined) return <span className={className}>{entry}</span>
  return (
    <Link href={segment.href} className={clsx(className, 'hover:underline hover:underline-offset-3')}>
      {entry}
    </Link>
  )
}
