'use client'

import type { Day } from '@gs/domain'
import { useMemo, useRef } from 'react'
import { BoardCard } from './BoardCard.tsx'
import type { BoardProps } from './board-props.ts'
import { CycleColumn } from './CycleColumn.tsx'
import { dayOf } from './plan-model.ts'
import { axisOf, rowsOf } from './time-axis.ts'

/** Share of the board's width that a card takes, and the height of a row of cards in rem. */
const CARD_WIDTH = 0.24
const ROW_HEIGHT = 6.25

/** The cycles as columns on a true time axis, the planned courses as cards on their days. */
export function TimeBoard(props: BoardProps) {
  const { page, bench, judged, wishes, words } = props
  const { asOf, until } = bench.judge.problem
  const axis = useMemo(() => axisOf(asOf, until), [asOf, until])
  const area = useRef<HTMLDivElement>(null)
  const cards = [...wishes.choices].sort((a, b) => (a.day < b.day ? -1 : 1))
  const places = cards.map(({ day }) => axis.at(dayOf(day)))
  const rows = rowsOf(places, CARD_WIDTH)
  const height = (Math.max(0, ...rows) + 1) * ROW_HEIGHT
  const dayUnder = (clientX: number): Day => {
    const box = area.current?.getBoundingClientRect()
    return box ? axis.dayAt((clientX - box.left) / box.width) : asOf
  }
  return (
    <section aria-label={words.t('board.label')} className="rounded-xl border border-line bg-canvas p-3">
      {page.holdings.map(({ holdingId }) => (
        <div key={holdingId} className="mb-3">
          <h3 className="mb-1 font-medium text-sm">
            {words.name(holdingId)} <span className="text-muted">{words.body(holdingId)}</span>
          </h3>
          <div className="relative flex h-24">
            {judged.cycles
              .filter((cycle) => cycle.holdingId === holdingId)
              .map((cycle) => (
                <CycleColumn key={cycle.id} cycle={cycle} axis={axis} words={words} />
              ))}
          </div>
        </div>
      ))}
      <div ref={area} className="relative" style={{ height: `${height}rem` }} data-testid="time-area">
        {judged.cycles.map(({ id, to }) => (
          <div
            key={id}
            aria-hidden="true"
            className="absolute inset-y-0 border-line-strong border-e border-dashed"
            style={{ insetInlineStart: `${axis.at(to) * 100}%` }}
          />
        ))}
        {cards.map((choice, index) => (
          <BoardCard
            key={choice.courseId}
            {...props}
            choice={choice}
            dayUnder={dayUnder}
            style={{
              insetInlineStart: `${Math.max(0, (places[index] ?? 0) - CARD_WIDTH) * 100}%`,
              width: `${CARD_WIDTH * 100}%`,
              top: `${(rows[index] ?? 0) * ROW_HEIGHT}rem`,
            }}
          />
        ))}
        {cards.length === 0 ? <p className="py-6 text-center text-muted">{words.t('board.empty')}</p> : null}
      </div>
      <div aria-hidden="true" className="relative mt-2 h-6 border-line-strong border-t text-muted text-xs">
        <span className="absolute start-0 top-1">{words.t('board.today')}</span>
        {axis.ticks
          .filter((tick) => axis.at(tick) > 0.08 && axis.at(tick) < 0.96)
          .map((tick) => (
            <span
              key={tick}
              className="absolute top-1 -translate-x-1/2 tabular-nums"
              style={{ insetInlineStart: `${axis.at(tick) * 100}%` }}
            >
              {words.month(tick)}
            </span>
          ))}
      </div>
    </section>
  )
}
