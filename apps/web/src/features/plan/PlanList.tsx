'use client'

import { Disclosure } from '@gs/ui'
import type { BoardProps } from './board-props.ts'
import { MoveButtons } from './CardControls.tsx'
import { CycleFigures } from './CycleColumn.tsx'

/** The board for a narrow screen: the cycles, then the courses in the order of their days, with the same controls. */
export function PlanList(props: BoardProps) {
  const { page, judged, wishes, words } = props
  const { t } = words
  const items = [...wishes.choices].sort((a, b) => (a.day < b.day ? -1 : 1))
  return (
    <div className="space-y-5" data-testid="plan-list">
      <ol className="space-y-2">
        {judged.cycles.map((cycle) => (
          <li
            key={cycle.id}
            className={`rounded-lg border px-3 py-2 ${cycle.renewable ? 'border-accent bg-accent-soft' : 'border-out bg-out-soft'}`}
          >
            <p className="mb-1 text-sm">
              <span className="font-medium">{words.name(cycle.holdingId)}</span>{' '}
              {t('cycle.until', { day: words.day(cycle.to) })}
            </p>
            <CycleFigures cycle={cycle} words={words} />
          </li>
        ))}
      </ol>
      {items.length === 0 ? <p className="text-muted">{t('board.empty')}</p> : null}
      <ol className="space-y-2">
        {items.map((choice) => {
          const course = page.courses.find(({ courseId }) => courseId === choice.courseId)
          const activity = page.problem.activities.find(({ id }) => id === choice.courseId)
          if (!course) return null
          const pinned = wishes.pinned.some(({ courseId }) => courseId === choice.courseId)
          return (
            <li key={choice.courseId} className="rounded-lg border border-line-strong bg-surface p-3">
              <p className="font-medium">{course.title}</p>
              <p className="text-muted text-sm tabular-nums">
                {t('card.by', { day: words.day(choice.day, 'long') })} · {words.hours(activity?.hours ?? 0)}
                {pinned ? ` · ${t('card.pinned')}` : ''}
              </p>
              <Disclosure summary={t('card.controls')} className="mt-2">
                <div className="mt-2">
                  <MoveButtons {...props} choice={choice} course={course} />
                </div>
              </Disclosure>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
