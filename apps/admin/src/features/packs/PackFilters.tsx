import { FilterBar } from '@gs/ui'
import { useTranslations } from 'next-intl'

export const LEVELS = ['high', 'medium', 'low'] as const

export interface PackFiltersProps {
  readonly query: {
    readonly q?: string | undefined
    readonly body?: string | undefined
    readonly confidence?: string | undefined
  }
  readonly bodies: readonly string[]
}

/** Finds packs by words, body and confidence; all of it lives in the address. */
export function PackFilters({ query, bodies }: PackFiltersProps) {
  const t = useTranslations('packs')
  const list = useTranslations('list')
  const any = { value: '', label: list('any') }
  const filtered = Object.values(query).some((value) => value !== undefined)
  return (
    <FilterBar
      label={t('filters.label')}
      action="/packs"
      submitLabel={list('filter')}
      {...(filtered ? { clear: { href: '/packs', label: list('clear') } } : {})}
      fields={[
        { name: 'q', label: t('filters.search'), type: 'search', value: query.q, maxLength: 120, wide: true },
        {
          name: 'body',
          label: t('body'),
          value: query.body,
          options: [any, ...bodies.map((body) => ({ value: body, label: body }))],
        },
        {
          name: 'confidence',
          label: t('confidence'),
          value: query.confidence,
          options: [any, ...LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))],
        },
      ]}
    />
  )
}
