'use client'

import { useIntent } from '@gs/lobby/forms'
import { Alert, Button } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../../trpc/client.ts'
import type { PlanPage, Proposed } from './types.ts'
import { usePlanWords } from './use-plan-words.ts'

/** What staff proposed: to be adopted or declined. */
export function ProposedCard({ page, proposed }: { page: PlanPage; proposed: Proposed }) {
  const words = usePlanWords(page)
  const { t } = words
  const trpc = useTRPC()
  const router = useRouter()
  const { key } = useIntent()
  const answer = useMutation(trpc.plans.answer.mutationOptions({ onSettled: () => router.refresh() }))
  const title = (courseId: string): string => page.courses.find((course) => course.courseId === courseId)?.title ?? ''
  const say = (what: 'adopt' | 'decline') => () =>
    answer.mutate({ key: `${key}:${what}`, planId: proposed.planId, answer: what })
  return (
    <Alert
      tone="info"
      title={t('proposed.title', { by: proposed.by })}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="primary" pending={answer.isPending} onClick={say('adopt')}>
            {t('proposed.adopt')}
          </Button>
          <Button size="sm" pending={answer.isPending} onClick={say('decline')}>
            {t('proposed.decline')}
          </Button>
        </div>
      }
    >
      <div data-testid="proposed" className="space-y-2">
        {proposed.note ? <p>{t('proposed.note', { note: proposed.note })}</p> : null}
        <ul className="list-disc space-y-1 ps-5">
          {proposed.choices.map(({ courseId, day }) => (
            <li key={courseId}>
              {title(courseId)}: {t('card.by', { day: words.day(day) })}
            </li>
          ))}
        </ul>
        <p>
          {t('proposed.sum', {
            waste: words.waste(proposed.outcome.waste),
            price: words.money(proposed.outcome.price),
            hours: words.hours(proposed.outcome.hours),
          })}
        </p>
      </div>
    </Alert>
  )
}
