'use client'

import { Button } from '@gs/ui'
import { Ban, ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Pin, PinOff, X } from 'lucide-react'
import type { BoardProps } from './board-props.ts'
import type { Course, CourseChoice } from './types.ts'

/** The buttons of one planned course: all that a pointer or a key can do. */
export function MoveButtons({ choice, course, ...props }: BoardProps & { choice: CourseChoice; course: Course }) {
  const { words, moves, wishes } = props
  const { t } = words
  const { courseId } = choice
  const pinned = wishes.pinned.some((each) => each.courseId === courseId)
  const of = (name: 'cycleBack' | 'monthBack' | 'monthOn' | 'cycleOn' | 'pin' | 'unpin' | 'remove' | 'exclude') => ({
    'aria-label': `${t(`card.${name}`)}: ${course.title}`,
    children: t(`card.${name}`),
    size: 'sm' as const,
  })
  return (
    <div className="flex flex-wrap gap-2">
      <Button {...of('cycleBack')} icon={<ChevronsLeft />} onClick={() => moves.step(courseId, 'cycle-back')} />
      <Button {...of('monthBack')} icon={<ChevronLeft />} onClick={() => moves.step(courseId, 'month-back')} />
      <Button {...of('monthOn')} icon={<ChevronRight />} onClick={() => moves.step(courseId, 'month-on')} />
      <Button {...of('cycleOn')} icon={<ChevronsRight />} onClick={() => moves.step(courseId, 'cycle-on')} />
      <Button
        {...of(pinned ? 'unpin' : 'pin')}
        aria-pressed={pinned}
        icon={pinned ? <PinOff /> : <Pin />}
        onClick={() => moves.pin(courseId)}
      />
      <Button {...of('remove')} icon={<X />} onClick={() => moves.remove(courseId)} />
      <Button {...of('exclude')} icon={<Ban />} onClick={() => moves.exclude(courseId)} />
    </div>
  )
}

/** The chosen card's controls under the board, and how cards are moved. */
export function CardControls(props: BoardProps) {
  const { chosen, wishes, page, words } = props
  const choice = wishes.choices.find(({ courseId }) => courseId === chosen)
  const course = page.courses.find(({ courseId }) => courseId === chosen)
  return (
    <div className="mt-3 min-h-20 space-y-2">
      <p id="plan-card-help" className="text-muted text-sm">
        {words.t('card.help')}
      </p>
      {page.upkeep.length > 0 ? (
        <p className="text-muted text-sm">
          {words.t('card.upkeep', {
            cards: words.list(page.upkeep.map(({ type, by }) => `${words.card(type)} (${words.day(by)})`)),
          })}
        </p>
      ) : null}
      {choice && course ? (
        <fieldset className="rounded-lg bg-sunken p-3">
          <legend className="sr-only">{course.title}</legend>
          <p className="mb-2 font-medium text-sm">
            {course.title}: {words.t('card.by', { day: words.day(choice.day, 'long') })}
          </p>
          <MoveButtons {...props} choice={choice} course={course} />
        </fieldset>
      ) : null}
    </div>
  )
}
