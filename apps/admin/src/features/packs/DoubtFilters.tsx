import { Field, FilterBar, Select } from '@gs/ui'
import { useTranslations } from 'next-intl'

/** Why something is in doubt, as the list tells it apart. */
export const DOUBT_KINDS = ['unverified', 'assumption', 'low', 'demo'] as const

export interface DoubtFiltersProps {
  readonly query: { readonly pack?: string | undefined; readonly kind?: string | undefined }
  readonly packs: readonly { readonly packId: string; readonly body: { readonly short: string } }[]
}

/** Narrows the doubts to a pack or a kind. */
export function DoubtFilters({ query, packs }: DoubtFiltersProps) {
  const t = useTranslations('packs')
  const list = useTranslations('list')
  const any = { value: '', label: list('any') }
  return (
    <FilterBar
      label={t('facts.filters')}
      action="/packs/doubts"
      submitLabel={list('filter')}
      {...(query.pack || query.kind ? { clear: { href: '/packs/doubts', label: list('clear') } } : {})}
    >
      <Field id="pack" label={t('pack')}>
        {(control) => (
          <Select
            {...control}
            name="pack"
            defaultValue={query.pack ?? ''}
            options={[any, ...packs.map(({ packId, body }) => ({ value: packId, label: `${body.short}: ${packId}` }))]}
          />
        )}
      </Field>
      <Field id="kind" label={t('facts.kind')}>
        {(control) => (
          <Select
            {...control}
            name="kind"
            defaultValue={query.kind ?? ''}
            options={[any, ...DOUBT_KINDS.map((kind) => ({ value: kind, label: t(`facts.kinds.${kind}`) }))]}
          />
        )}
      </Field>
    </FilterBar>
  )
}
