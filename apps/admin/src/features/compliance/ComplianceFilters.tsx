import type { AdminRouter } from '@gs/api'
import { STATUSES } from '@gs/domain/compliance'
import { FilterBar, type FilterChip } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { wordsIn } from '../standing/amount.ts'
import { useMissingWords } from '../standing/use-missing-words.ts'
import { type ComplianceQuery, listAddress } from './query.ts'

export type ComplianceOptions = Awaited<ReturnType<ReturnType<AdminRouter['createCaller']>['compliance']['options']>>

export interface ComplianceFiltersProps {
  readonly query: ComplianceQuery
  /** `/compliance` or the list. */
  readonly path: string
  readonly options: ComplianceOptions
}

/** What narrows figures and list; all of it lives in the address. */
export function ComplianceFilters({ query, path, options }: ComplianceFiltersProps) {
  const { units, credentials, missing } = options
  const t = useTranslations('compliance.filters')
  const list = useTranslations('list')
  const status = useTranslations('standing.status')
  const words = useMissingWords()
  const nameOf = useCredentialNames(credentials)
  const chips = useChips({ query, path, options })
  const any = { value: '', label: list('any') }
  return (
    <FilterBar
      label={t('label')}
      action={path}
      submitLabel={list('filter')}
      chips={chips}
      {...(chips.length > 0 ? { clear: { href: path, label: list('clear') } } : {})}
      fields={[
        { name: 'name', label: t('name'), type: 'search', value: query.name, maxLength: 120 },
        {
          name: 'status',
          label: t('status'),
          value: query.status?.length === 1 ? query.status[0] : '',
          options: [any, ...STATUSES.map((each) => ({ value: each, label: status(each) }))],
        },
        {
          name: 'credential',
          label: t('credential'),
          value: query.credential,
          options: [any, ...credentials.map(({ code }) => ({ value: code, label: nameOf(code) }))],
        },
        {
          name: 'unit',
          label: t('unit'),
          value: query.unitPath,
          options: [
            any,
            ...units.map((unit) => ({ value: unit.path, label: `${'– '.repeat(unit.depth)}${unit.name}` })),
          ],
        },
        {
          name: 'missing',
          label: t('missing'),
          value: query.missing,
          options: [any, ...missing.map((code) => ({ value: code, label: words(code) }))],
        },
        {
          name: 'source',
          label: t('source'),
          value: query.source,
          options: [
            { value: '', label: t('confirmed') },
            { value: 'declared', label: t('declared') },
          ],
        },
        { name: 'from', label: t('from'), type: 'date', value: query.expiresFrom },
        { name: 'to', label: t('to'), type: 'date', value: query.expiresTo },
      ]}
    />
  )
}

function useChips({ query, path, options }: ComplianceFiltersProps): FilterChip[] {
  const { units } = options
  const nameOf = useCredentialNames(options.credentials)
  const t = useTranslations('compliance.filters')
  const list = useTranslations('list')
  const status = useTranslations('standing.status')
  const words = useMissingWords()
  const locale = useLocale()
  const chip = (key: keyof ComplianceQuery, name: string, value: string | undefined): FilterChip[] => {
    if (value === undefined) return []
    const { [key]: _without, ...rest } = query
    const words = { name, value }
    return [
      {
        id: key,
        label: list('chip', words),
        removeHref: listAddress({ query: rest }, path),
        removeLabel: list('remove', words),
      },
    ]
  }
  const day = (text: string | undefined) => (text === undefined ? undefined : formatCivilDay(locale, text))
  return [
    ...chip('source', t('source'), query.source && t('declared')),
    ...chip('name', t('name'), query.name),
    ...chip('status', t('status'), query.status?.map((each) => status(each)).join(', ')),
    ...chip('credential', t('credential'), query.credential && nameOf(query.credential)),
    ...chip(
      'unitPath',
      t('unit'),
      query.unitPath && (units.find(({ path: at }) => at === query.unitPath)?.name ?? '–'),
    ),
    ...chip('missing', t('missing'), query.missing && words(query.missing)),
    ...chip('expiresFrom', t('from'), day(query.expiresFrom)),
    ...chip('expiresTo', t('to'), day(query.expiresTo)),
  ]
}

/** What a credential is called, with its code beside it: many bodies certify a personal trainer. */
function useCredentialNames(credentials: ComplianceOptions['credentials']): (code: string) => string {
  const locale = useLocale()
  const names = new Map(credentials.map(({ code, name }) => [code, wordsIn(locale, name)]))
  return (code) => {
    const name = names.get(code) ?? code
    return name.includes(code) ? name : `${name} · ${code}`
  }
}
