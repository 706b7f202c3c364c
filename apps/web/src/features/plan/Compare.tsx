'use client'

import { Card, Field, Select } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { type Bench, judgePlan } from './plan-model.ts'
import type { CourseChoice, PlanPage } from './types.ts'
import type { PlanDraft } from './use-plan-draft.ts'
import type { PlanWords } from './use-plan-words.ts'

type Which = 'table' | 'best' | 'adopted' | 'proposed' | 'cheapest' | 'quickest'

interface CompareProps {
  readonly page: PlanPage
  readonly bench: Bench
  readonly draft: PlanDraft
  readonly words: PlanWords
}

/** Two plans side by side, judged by the same rules on the same day. */
export function Compare({ page, bench, draft, words }: CompareProps) {
  const { t } = words
  const trpc = useTRPC()
  const [sides, setSides] = useState<readonly [Which, Which]>(['table', page.adopted ? 'adopted' : 'best'])
  const [found, setFound] = useState<Partial<Record<Which, readonly CourseChoice[]>>>({})
  const ask = useMutation(trpc.plans.alternative.mutationOptions())
  const known: Partial<Record<Which, readonly CourseChoice[] | undefined>> = {
    ...found,
    table: draft.wishes.choices,
    best: draft.body?.proposal?.choices,
    adopted: page.adopted?.choices,
    proposed: page.proposed?.choices,
  }
  const choose = (index: 0 | 1, which: Which): void => {
    setSides(index === 0 ? [which, sides[1]] : [sides[0], which])
    const first = which === 'cheapest' ? 'price' : which === 'quickest' ? 'hours' : null
    if (first === null || found[which]) return
    const rest = draft.order.minimise.filter((aim) => aim !== first && aim !== 'unmet')
    ask.mutate(
      {
        minimise: ['unmet', first, ...rest],
        cycles: draft.order.cycles,
        pinned: [],
        excluded: [...draft.wishes.excluded],
      },
      { onSuccess: ({ choices }) => setFound((before) => ({ ...before, [which]: choices })) },
    )
  }
  const options = (['table', 'best', 'adopted', 'proposed', 'cheapest', 'quickest'] as const)
    .filter((which) => which === 'cheapest' || which === 'quickest' || known[which] !== undefined)
    .map((value) => ({ value, label: t(`compare.${value}`) }))
  return (
    <Card title={t('compare.title')} description={t('compare.description')}>
      <div className="grid gap-4 sm:grid-cols-2" data-testid="compare">
        {([0, 1] as const).map((index) => (
          <section key={index} aria-label={t(`compare.${sides[index]}`)} className="min-w-0">
            <Field id={`compare-${index}`} label={t(index === 0 ? 'compare.one' : 'compare.other')}>
              {(control) => (
                <Select
                  {...control}
                  options={options}
                  value={sides[index]}
                  onChange={(event) => {
                    const chosen = options.find(({ value }) => value === event.target.value)
                    if (chosen) choose(index, chosen.value)
                  }}
                />
              )}
            </Field>
            <Side choices={known[sides[index]]} {...{ page, bench, words }} />
          </section>
        ))}
      </div>
    </Card>
  )
}

function Side({
  choices,
  page,
  bench,
  words,
}: { choices: readonly CourseChoice[] | undefined } & Omit<CompareProps, 'draft'>) {
  const { t } = words
  if (!choices) return <p className="mt-3 text-muted">{t('compare.none')}</p>
  const { outcome, cycles } = judgePlan(bench, choices)
  const renewed = cycles.filter(({ renewable }) => renewable).length
  const title = (courseId: string) =>
    page.courses.find((course) => course.courseId === courseId)?.title ?? t('compare.gone')
  const rows = [
    [t('figures.cycles'), t('figures.ofCycles', { renewed, all: cycles.length })],
    [t('figures.waste'), words.waste(outcome.waste)],
    [t('figures.price'), words.money(outcome.price)],
    [t('figures.hours'), words.hours(outcome.hours)],
  ] as const
  return (
    <>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="text-end font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <ol className="mt-3 space-y-1 border-line border-t pt-3 text-sm">
        {[...choices]
          .sort((a, b) => (a.day < b.day ? -1 : 1))
          .map(({ courseId, day }) => (
            <li key={courseId} className="flex justify-between gap-3">
              <span className="min-w-0">{title(courseId)}</span>
              <span className="shrink-0 text-muted tabular-nums">{words.day(day)}</span>
            </li>
          ))}
      </ol>
    </>
  )
}
