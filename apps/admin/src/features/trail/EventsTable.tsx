import { Disclosure, EmptyState, Table } from '@gs/ui'
import { formatCivilDay, formatInstant } from '@gs/ui/locale'
import { Activity } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

export interface EventRow {
  readonly id: string
  readonly action: string
  readonly actorName: string | null
  readonly actorId: string | null
  readonly personId: string | null
  readonly personName: string | null
  readonly subjectKind: string
  readonly subjectId: string
  readonly reason: string | null
  readonly before: unknown
  readonly after: unknown
  readonly knownOn: string
  readonly recordedAt: string
}

/** The trail: who did what to whom, when, and what it changed. */
export function EventsTable({ rows, timeZone }: { readonly rows: readonly EventRow[]; readonly timeZone: string }) {
  const t = useTranslations('trail.events')
  const locale = useLocale()
  return (
    <Table
      caption={t('caption')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={<Activity />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
      columns={[
        { key: 'action', header: t('action'), title: true, cell: (row) => <ActionName action={row.action} /> },
        {
          key: 'when',
          header: t('when'),
          cell: (row) => (
            <span>
              {formatInstant(locale, row.recordedAt, timeZone)}
              <span className="block text-muted">{t('known', { day: formatCivilDay(locale, row.knownOn) })}</span>
            </span>
          ),
        },
        {
          key: 'actor',
          header: t('actor'),
          cell: (row) => row.actorName ?? (row.actorId === null ? t('itself') : t('outside')),
        },
        {
          key: 'person',
          header: t('person'),
          cell: (row) =>
            row.personId === null ? (
              '–'
            ) : (
              <a className="text-accent-ink underline-offset-3 hover:underline" href={`/people/${row.personId}`}>
                {row.personName ?? t('outside')}
              </a>
            ),
        },
        { key: 'what', header: t('changed'), phone: 'plain', cell: (row) => <Changes row={row} /> },
      ]}
    />
  )
}

function ActionName({ action }: { readonly action: string }) {
  const t = useTranslations('trail.actions')
  const key = action.replaceAll('.', '_')
  return (
    <span>
      {t.has(key) ? t(key) : action}
      {t.has(key) && <code className="block font-normal text-muted text-xs">{action}</code>}
    </span>
  )
}

function Changes({ row }: { readonly row: EventRow }) {
  const t = useTranslations('trail.events')
  return (
    <div className="max-w-96">
      {row.reason && <p className="break-words">{row.reason}</p>}
      <Disclosure summary={t('details')}>
        <dl className="grid gap-2 text-xs">
          <div>
            <dt className="text-muted">{row.subjectKind}</dt>
            <dd className="break-all">{row.subjectId}</dd>
          </div>
          {row.before !== null && <Json term={t('before')} value={row.before} />}
          {row.after !== null && <Json term={t('after')} value={row.after} />}
        </dl>
      </Disclosure>
    </div>
  )
}

function Json({ term, value }: { readonly term: string; readonly value: unknown }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd>
        <pre className="whitespace-pre-wrap break-all">{JSON.stringify(value, null, 1)}</pre>
      </dd>
    </div>
  )
}
