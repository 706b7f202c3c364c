'use client'

import type { Day } from '@gs/domain'
import { Press } from '@gs/ui'
import { GripVertical, Pin } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { BoardProps } from './board-props.ts'
import type { CourseChoice } from './types.ts'
import type { Step } from './use-card-moves.ts'

const KEYS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'month-back',
  ArrowRight: 'month-on',
  PageUp: 'cycle-back',
  PageDown: 'cycle-on',
}

interface BoardCardProps extends BoardProps {
  readonly choice: CourseChoice
  readonly dayUnder: (clientX: number) => Day
  readonly style: CSSProperties
}

/** A planned course on its day: pulled by a pointer, moved by arrow keys; its other controls open when it is pressed. */
export function BoardCard({ choice, dayUnder, style, page, wishes, words, moves, chosen, choose }: BoardCardProps) {
  const pulled = useRef(false)
  const grip = useRef(0)
  const { courseId, day } = choice
  const course = page.courses.find((each) => each.courseId === courseId)
  const activity = page.problem.activities.find(({ id }) => id === courseId)
  const pinned = wishes.pinned.some((each) => each.courseId === courseId)
  const press = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pulled.current = false
    grip.current = event.clientX
  }
  const pull = (event: PointerEvent<HTMLButtonElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    // A hand that trembles has not pulled.
    if (!pulled.current && Math.abs(event.clientX - grip.current) < 6) return
    pulled.current = true
    moves.drag(courseId, dayUnder(event.clientX))
  }
  const letGo = (event: PointerEvent<HTMLButtonElement>): void => {
    if (pulled.current) moves.drop(courseId, dayUnder(event.clientX))
  }
  const key = (event: KeyboardEvent): void => {
    const step = KEYS[event.key]
    if (step) {
      event.preventDefault()
      moves.step(courseId, step)
    } else if (event.key === 'Delete') moves.remove(courseId)
  }
  const here = chosen === courseId
  return (
    <Press
      data-testid="card"
      data-course={course?.code}
      style={style}
      aria-expanded={here}
      aria-describedby="plan-card-help"
      onPointerDown={press}
      onPointerMove={pull}
      onPointerUp={letGo}
      onKeyDown={key}
      onClick={() => {
        if (!pulled.current) choose(here ? null : courseId)
        pulled.current = false
      }}
      className={`absolute flex h-24 cursor-grab touch-none items-start gap-1 overflow-hidden rounded-lg border bg-surface p-2 text-start shadow-card active:cursor-grabbing ${
        here ? 'border-accent' : 'border-line-strong hover:border-accent'
      }`}
    >
      <GripVertical className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden="true" />
      <span className="min-w-0">
        <span className="line-clamp-3 font-medium text-sm leading-tight">{course?.title}</span>
        <span className="mt-0.5 block truncate text-muted text-xs tabular-nums">
          {words.t('card.by', { day: words.day(day) })} · {words.hours(activity?.hours ?? 0)}
        </span>
      </span>
      {pinned ? (
        <Pin className="ms-auto size-4 shrink-0 text-accent-ink" role="img" aria-label={words.t('card.pinned')} />
      ) : null}
    </Press>
  )
}
