'use client'

import { Alert } from '@gs/ui'
import type { Judged } from './plan-model.ts'
import type { PlanPage } from './types.ts'
import type { PlanWords } from './use-plan-words.ts'

/** What speaks against the plan on the table beside its figures. */
export function Warnings({ judged, page, words }: { judged: Judged; page: PlanPage; words: PlanWords }) {
  const { t } = words
  const wasted = judged.cycles.filter(({ wasted: amount }) => amount > 0)
  if (judged.warnings.length === 0 && wasted.length === 0) return null
  const title = (index: number): string => page.courses[index]?.title ?? ''
  return (
    <Alert tone="warning" title={t('warnings.title')}>
      <ul className="list-disc space-y-1 ps-5" data-testid="warnings">
        {wasted.map(({ id, holdingId, from, to, wasted: amount }) => (
          <li key={id}>
            {t('warnings.waste', {
              amount: words.credits(holdingId, amount),
              name: words.name(holdingId),
              from: words.day(from),
              to: words.day(to),
            })}
          </li>
        ))}
        {judged.warnings.map((warning) => (
          <li key={JSON.stringify(warning)}>
            {warning.kind === 'pace'
              ? t('warnings.pace', { hours: words.hours(page.settings.pace.hoursPerWeek) })
              : t(`warnings.${warning.kind}`, { course: title(warning.activity) })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
