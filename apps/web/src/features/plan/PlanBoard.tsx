'use client'

import { AIMS } from '@gs/domain/planner'
import { Card, VisuallyHidden } from '@gs/ui'
import { useLayoutEffect, useMemo, useState } from 'react'
import { BoardActions } from './BoardActions.tsx'
import { CardControls } from './CardControls.tsx'
import { Compare } from './Compare.tsx'
import { Figures } from './Figures.tsx'
import { PlanList } from './PlanList.tsx'
import { Proof } from './Proof.tsx'
import { benchOf, judgePlan, samePlan } from './plan-model.ts'
import { TimeBoard } from './TimeBoard.tsx'
import { Tray } from './Tray.tsx'
import type { PlanPage } from './types.ts'
import { useCardMoves } from './use-card-moves.ts'
import { usePlanDraft } from './use-plan-draft.ts'
import { usePlanWords } from './use-plan-words.ts'
import { Warnings } from './Warnings.tsx'

const DEFAULT_CYCLES = 2

/** The plan on the table: proposed, moved, judged at once, compared and adopted. */
export function PlanBoard({ page }: { page: PlanPage }) {
  const words = usePlanWords(page)
  const bench = useMemo(() => benchOf(page), [page])
  const draft = usePlanDraft(page, { minimise: AIMS, cycles: DEFAULT_CYCLES })
  const { wishes, body } = draft
  const judged = useMemo(() => judgePlan(bench, wishes.choices), [bench, wishes.choices])
  const moves = useCardMoves({ page, draft, bench, words })
  const [chosen, setChosen] = useState<string | null>(null)
  // From the press or pull to the figures on the screen: what "at once" is measured by.
  useLayoutEffect(() => {
    if (performance.getEntriesByName('plan-move').length === 0) return
    performance.measure('plan-judged', { start: 'plan-move', detail: judged.outcome })
    performance.clearMarks('plan-move')
  }, [judged])
  const stale = body !== null && body.problemKey !== page.problemKey
  const isAdopted = page.adopted !== null && samePlan(page.adopted.choices, wishes.choices)
  const shown = { page, bench, judged, wishes, words, moves, chosen, choose: setChosen }
  return (
    <div className="space-y-6" data-testid="plan-board" data-state={draft.state}>
      <Card title={words.t('board.title')} description={words.t('board.description', { until: words.day(page.until) })}>
        <div className="space-y-5">
          {body ? (
            <Proof body={body} judged={judged} stale={stale} courses={page.courses} words={words} />
          ) : (
            <p className="text-muted">{words.t('board.planning')}</p>
          )}
          <Figures judged={judged} best={stale ? null : (body?.proposal?.outcome ?? null)} words={words} />
          <Warnings judged={judged} page={page} words={words} />
          <BoardActions draft={draft} words={words} stale={stale} adopted={isAdopted} />
          <div className="max-md:hidden">
            <TimeBoard {...shown} />
            <CardControls {...shown} />
          </div>
          <div className="md:hidden">
            <PlanList {...shown} />
          </div>
          <Tray {...shown} />
        </div>
      </Card>
      <Compare page={page} bench={bench} draft={draft} words={words} />
      <VisuallyHidden>
        <span role="status" aria-live="polite" data-testid="said">
          {moves.said}
        </span>
      </VisuallyHidden>
    </div>
  )
}
