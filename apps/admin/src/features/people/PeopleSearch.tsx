import { FilterBar } from '@gs/ui'
import { useTranslations } from 'next-intl'

/** Finds people by a part of the name or address; the search lives in the address. */
export function PeopleSearch({ path, search }: { readonly path: string; readonly search: string | undefined }) {
  const t = useTranslations('people.search')
  const list = useTranslations('list')
  return (
    <FilterBar
      label={t('label')}
      action={path}
      submitLabel={t('submit')}
      {...(search ? { clear: { href: path, label: list('clear') } } : {})}
      fields={[{ name: 'q', label: t('field'), type: 'search', value: search, maxLength: 120, wide: true }]}
    />
  )
}
