'use client'

import { Badge, Button } from '@gs/ui'
import { Ban, Plus } from 'lucide-react'
import type { BoardProps } from './board-props.ts'
import type { Course } from './types.ts'

/** Courses that are not in the plan: to be put into it, or out of the question. */
export function Tray({ page, wishes, words, moves }: BoardProps) {
  const { t } = words
  const left = page.courses.filter(({ courseId }) => !wishes.choices.some((choice) => choice.courseId === courseId))
  if (left.length === 0) return null
  return (
    <section aria-label={t('tray.title')}>
      <h3 className="mb-2 font-medium text-sm">{t('tray.title')}</h3>
      <ul className="grid gap-2 sm:grid-cols-2">
        {left.map((course) => (
          <li key={course.courseId} className="rounded-lg border border-line bg-surface p-3">
            <p className="font-medium">{course.title}</p>
            <p className="mb-2 text-muted text-sm">
              <Facts course={course} page={page} words={words} />
              {wishes.excluded.includes(course.courseId) ? (
                <Badge tone="neutral" className="ms-2">
                  {t('tray.excluded')}
                </Badge>
              ) : null}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button
                size="sm"
                icon={<Plus />}
                aria-label={`${t('tray.add')}: ${course.title}`}
                onClick={() => moves.add(course.courseId)}
              >
                {t('tray.add')}
              </Button>
              <Button
                size="sm"
                variant="ghost"
                icon={<Ban />}
                aria-label={`${t(wishes.excluded.includes(course.courseId) ? 'tray.allow' : 'tray.exclude')}: ${course.title}`}
                onClick={() => moves.exclude(course.courseId)}
              >
                {t(wishes.excluded.includes(course.courseId) ? 'tray.allow' : 'tray.exclude')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ course, page, words }: { course: Course } & Pick<BoardProps, 'page' | 'words'>) {
  const activity = page.problem.activities.find(({ id }) => id === course.courseId)
  const credits = page.problem.holdings.flatMap((holding) => {
    const credit = activity?.credits.find(({ packId }) => packId === holding.pack.id)
    return credit ? [words.credits(holding.id, credit.credits)] : []
  })
  const price = activity && !activity.owned ? words.money(activity.price) : words.t('tray.owned')
  return [words.hours(activity?.hours ?? 0), price, ...new Set(credits)].join(' · ')
}
