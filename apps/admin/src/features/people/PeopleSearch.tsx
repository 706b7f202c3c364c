import { Field, FilterBar, Input } from '@gs/ui'
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
    >
      <Field id="q" label={t('field')} className="min-w-64 max-sm:min-w-0">
        {(control) => (
          <Input {...control} type="search" name="q" defaultValue={search} maxLength={120} autoComplete="off" />
        )}
      </Field>
    </FilterBar>
  )
}
