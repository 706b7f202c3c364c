import { FilterBar } from '@gs/ui'
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
      fields={[
        {
          name: 'pack',
          label: t('pack'),
          value: query.pack,
          options: [any, ...packs.map(({ packId, body }) => ({ value: packId, label: `${body.short}: ${packId}` }))],
        },
        {
          name: 'kind',
          label: t('facts.kind'),
          value: query.kind,
          options: [any, ...DOUBT_KINDS.map((kind) => ({ value: kind, label: t(`facts.kinds.${kind}`) }))],
        },
      ]}
    />
  )
}
