import { Field, FilterBar, Input, Select } from '@gs/ui'
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
    >
      <Field id="q" label={t('filters.search')} className="min-w-64 max-sm:min-w-0">
        {(control) => (
          <Input {...control} type="search" name="q" defaultValue={query.q} maxLength={120} autoComplete="off" />
        )}
      </Field>
      <Field id="body" label={t('body')}>
        {(control) => (
          <Select
            {...control}
            name="body"
            defaultValue={query.body ?? ''}
            options={[any, ...bodies.map((body) => ({ value: body, label: body }))]}
          />
        )}
      </Field>
      <Field id="confidence" label={t('confidence')}>
        {(control) => (
          <Select
            {...control}
            name="confidence"
            defaultValue={query.confidence ?? ''}
            options={[any, ...LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))]}
          />
        )}
      </Field>
    </FilterBar>
  )
}
