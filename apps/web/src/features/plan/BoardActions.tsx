'use client'

import type { Aim } from '@gs/domain/planner'
import { Alert, Button, Disclosure } from '@gs/ui'
import { ArrowDown, ArrowUp, Check, RefreshCw, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { PlanDraft } from './use-plan-draft.ts'
import type { PlanWords } from './use-plan-words.ts'

interface BoardActionsProps {
  readonly draft: PlanDraft
  readonly words: PlanWords
  readonly stale: boolean
  /** The plan on the table is the one that is adopted already. */
  readonly adopted: boolean
}

const FAULTS = ['plan.changed', 'plan.busy', 'plan.empty', 'network'] as const

/** Adopt, undo, plan again, and the order of the aims. */
export function BoardActions({ draft, words, stale, adopted }: BoardActionsProps) {
  const { t } = words
  const router = useRouter()
  const busy = draft.state !== 'saved'
  const fault = FAULTS.find((code) => code === draft.fault) ?? (draft.fault === null ? null : 'unknown')
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant={adopted ? 'secondary' : 'primary'}
          icon={<Check />}
          disabled={draft.wishes.choices.length === 0 || draft.body === null}
          pending={busy}
          onClick={draft.adopt}
        >
          {t('actions.adopt')}
        </Button>
        <Button icon={<RefreshCw />} pending={draft.state === 'planning'} onClick={() => draft.plan()}>
          {t(stale ? 'actions.planStale' : 'actions.plan')}
        </Button>
        <Button icon={<Undo2 />} disabled={!draft.canUndo} onClick={draft.undo}>
          {t('actions.undo')}
        </Button>
        <span className="text-muted text-sm" aria-live="polite" data-testid="saved">
          {draft.body ? t(draft.state === 'saved' && adopted ? 'actions.isAdopted' : `actions.${draft.state}`) : ''}
        </span>
      </div>
      {fault ? (
        <Alert
          tone="danger"
          live
          title={t(`faults.${fault}`)}
          actions={
            draft.fault === 'plan.changed' ? (
              <Button size="sm" onClick={() => router.refresh()}>
                {t('faults.reload')}
              </Button>
            ) : null
          }
        />
      ) : null}
      <Disclosure summary={t('order.title')}>
        <Order draft={draft} words={words} />
      </Disclosure>
    </div>
  )
}

const swapped = (aims: readonly Aim[], index: number): Aim[] => {
  const next = [...aims]
  const [one, two] = [next[index], next[index + 1]]
  if (one && two) next.splice(index, 2, two, one)
  return next
}

function Order({ draft, words }: { draft: PlanDraft; words: PlanWords }) {
  const { t } = words
  const { minimise, cycles } = draft.order
  return (
    <div className="mt-2 space-y-3">
      <p className="text-muted text-sm">{t('order.intro')}</p>
      <ol className="max-w-md space-y-1">
        {minimise.map((aim, index) => (
          <li key={aim} className="flex items-center gap-2 rounded-lg bg-sunken px-3 py-1.5">
            <span className="tabular-nums text-muted">{index + 1}.</span>
            <span className="flex-1">{t(`aims.${aim}`)}</span>
            <Button
              size="sm"
              variant="ghost"
              disabled={index === 0}
              icon={<ArrowUp />}
              aria-label={t('order.up', { aim: t(`aims.${aim}`) })}
              onClick={() => draft.plan({ minimise: swapped(minimise, index - 1) })}
            />
            <Button
              size="sm"
              variant="ghost"
              disabled={index === minimise.length - 1}
              icon={<ArrowDown />}
              aria-label={t('order.down', { aim: t(`aims.${aim}`) })}
              onClick={() => draft.plan({ minimise: swapped(minimise, index) })}
            />
          </li>
        ))}
      </ol>
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="mb-1 text-sm">{t('order.cycles')}</legend>
        {[1, 2, 3].map((count) => (
          <Button
            key={count}
            size="sm"
            aria-pressed={count === cycles}
            variant={count === cycles ? 'primary' : 'secondary'}
            onClick={() => draft.plan({ cycles: count })}
          >
            {t('order.nCycles', { n: count })}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
