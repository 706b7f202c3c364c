'use client'

import { Alert, ProgressBar } from '@gs/ui'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.ts'

export interface RecomputationSeen {
  readonly id: string
  readonly packId: string
  readonly version: number
  readonly credential: { readonly en: string; readonly es: string }
  readonly people: number
  readonly done: number
  readonly holdings: number
  readonly changed: number
  readonly startedAt: string
  readonly finishedAt: string | null
}

const EVERY_MS = 2000

/** How far new versions of rules have come through the people whom they judge: true, and by itself. */
export function Recomputations({ initial }: { readonly initial: readonly RecomputationSeen[] }) {
  const t = useTranslations('compliance.recomputations')
  const locale = useLocale()
  const trpc = useTRPC()
  const number = new Intl.NumberFormat(locale)
  const { data } = useQuery({
    ...trpc.compliance.recomputations.queryOptions(),
    initialData: [...initial],
    refetchInterval: ({ state }) => (state.data?.some(({ finishedAt }) => finishedAt === null) ? EVERY_MS : false),
  })
  if (data.length === 0) return null
  return (
    <Alert tone="info" title={t('title')}>
      <ul className="grid gap-3">
        {data.map((each) => (
          <li key={each.id}>
            <ProgressBar
              label={t('of', {
                credential: locale === 'es' ? each.credential.es : each.credential.en,
                version: each.version,
              })}
              value={each.done}
              max={Math.max(each.people, 1)}
              valueText={
                each.finishedAt === null
                  ? t('progress', { done: number.format(each.done), people: number.format(each.people) })
                  : t('finished', { holdings: each.holdings, changed: each.changed })
              }
              tone={each.finishedAt === null ? 'info' : 'good'}
            />
          </li>
        ))}
      </ul>
    </Alert>
  )
}
