'use client'

import { useIntent } from '@gs/lobby/forms'
import { Alert, Button, Card, StatusBadge } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Clock, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../../trpc/client.ts'
import type { Adopted, PlanPage } from './types.ts'
import { type PlanWords, usePlanWords } from './use-plan-words.ts'

const LINK = 'font-medium text-accent-ink underline underline-offset-3'

/** The plan that holds: what it asks for next, whether it still does what it promised, and the way back. */
export function AdoptedCard({ page, adopted }: { page: PlanPage; adopted: Adopted }) {
  const words = usePlanWords(page)
  const { t } = words
  const trpc = useTRPC()
  const router = useRouter()
  const undo = useIntent()
  const back = useMutation(trpc.plans.undoAdoption.mutationOptions({ onSuccess: () => router.refresh() }))
  const { plan } = adopted
  return (
    <Card
      title={t('adopted.title')}
      description={t('adopted.version', { version: adopted.version, day: words.day(plan.adoptedOn, 'long') })}
      actions={
        <Button
          size="sm"
          icon={<Undo2 />}
          pending={back.isPending}
          onClick={() => back.mutate({ key: undo.key, planId: adopted.planId })}
        >
          {t(adopted.hasPrevious ? 'adopted.undoToPrevious' : 'adopted.undo')}
        </Button>
      }
    >
      <div className="space-y-4" data-testid="adopted">
        {plan.feasible ? (
          <StatusBadge tone="good" icon={<CircleCheck aria-hidden="true" />}>
            {t('adopted.feasible')}
          </StatusBadge>
        ) : (
          <Broken adopted={adopted} words={words} />
        )}
        <Behind adopted={adopted} words={words} />
        <ol className="space-y-2">
          {plan.items.map((item) => (
            <li key={item.line} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <span className="min-w-0">
                {item.code && item.state === 'open' ? (
                  <Link href={`/learn/${item.code}`} prefetch={false} className={LINK}>
                    {item.title}
                  </Link>
                ) : (
                  <span className="font-medium">{item.title}</span>
                )}{' '}
                <span className="text-muted text-sm">
                  {t('adopted.span', { from: words.day(item.finishFrom), by: words.day(item.finishBy) })}
                </span>
              </span>
              <ItemState item={item} words={words} />
            </li>
          ))}
          {plan.cards.map((card) => (
            <li key={`${card.type}-${card.by}`} className="flex flex-wrap justify-between gap-x-4">
              <span>{t('adopted.card', { card: words.card(card.type) })}</span>
              <span className="text-muted text-sm">{t('adopted.cardBy', { day: words.day(card.by) })}</span>
            </li>
          ))}
        </ol>
        <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <a href="/calendar/plan.ics" download className={LINK}>
            {t('adopted.calendar')}
          </a>
          <Link href="/settings#calendar" prefetch={false} className={LINK}>
            {t('adopted.feed')}
          </Link>
        </p>
      </div>
    </Card>
  )
}

function ItemState({ item, words }: { item: Adopted['plan']['items'][number]; words: PlanWords }) {
  const { t } = words
  if (item.state === 'done')
    return (
      <StatusBadge tone="good" icon={<CircleCheck aria-hidden="true" />}>
        {t('adopted.done')}
      </StatusBadge>
    )
  if (item.state === 'gone')
    return (
      <StatusBadge tone="out" icon={<CircleAlert aria-hidden="true" />}>
        {t('adopted.gone')}
      </StatusBadge>
    )
  if (item.late)
    return (
      <StatusBadge tone="soon" icon={<Clock aria-hidden="true" />}>
        {t('adopted.late')}
      </StatusBadge>
    )
  return (
    <span className="text-muted text-sm tabular-nums">
      {item.expectedOn
        ? t('adopted.expected', { day: words.day(item.expectedOn) })
        : t('adopted.left', { hours: words.hours(item.hoursLeft) })}
    </span>
  )
}

function Broken({ adopted, words }: { adopted: Adopted; words: PlanWords }) {
  const { t } = words
  return (
    <Alert tone="danger" title={t('adopted.brokenTitle')}>
      <ul className="list-disc space-y-1 ps-5" data-testid="broken">
        {adopted.plan.broken.map(({ holdingId, from, to, missing }) => (
          <li key={`${holdingId}-${to}`}>
            {t('adopted.broken', {
              name: words.name(holdingId),
              from: words.day(from),
              to: words.day(to),
              what: words.list(missing.map((code) => words.missingKind(code))),
            })}
          </li>
        ))}
      </ul>
      <p className="mt-2">{t('adopted.brokenHelp')}</p>
    </Alert>
  )
}

/** What the last laying out moved, and the way to it where work has been left. */
function Behind({ adopted, words }: { adopted: Adopted; words: PlanWords }) {
  const { t } = words
  const trpc = useTRPC()
  const router = useRouter()
  const { key, renew } = useIntent()
  const flow = useMutation(
    trpc.plans.reflow.mutationOptions({
      onSuccess: () => {
        renew()
        router.refresh()
      },
    }),
  )
  const { planned, done } = adopted.plan.pace
  if (adopted.behind)
    return (
      <Alert
        tone="warning"
        title={t('pace.behindTitle')}
        actions={
          <Button size="sm" pending={flow.isPending} onClick={() => flow.mutate({ key })}>
            {t('pace.flow')}
          </Button>
        }
      >
        {t('pace.behind', { planned: words.hours(planned), done: words.hours(done) })}
      </Alert>
    )
  if (adopted.moved.length === 0 || adopted.laidOutOn === null) return null
  return (
    <Alert tone="info" title={t('pace.movedTitle', { day: words.day(adopted.laidOutOn) })}>
      <ul className="list-disc space-y-1 ps-5">
        {adopted.moved.map((move) => (
          <li key={move.title}>
            {t(move.endangered ? 'pace.movedLate' : 'pace.moved', {
              course: move.title,
              was: move.was ? words.day(move.was) : '–',
              now: move.now ? words.day(move.now) : '–',
            })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
