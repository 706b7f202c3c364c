import { Card, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'

export interface DeclaredRow {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly unitName: string
  readonly credential: string
  readonly body: string
  readonly certifiedOn: string
  readonly declaredOn: string
  readonly fileId: string | null
  readonly own: boolean
}

/** Declared credentials that wait for a registrar, the oldest first; each leads to the person, where it is decided. */
export function DeclaredTable({ rows, total }: { readonly rows: readonly DeclaredRow[]; readonly total: number }) {
  const t = useTranslations('credentials.waiting')
  const locale = useLocale()
  return (
    <Card title={t('title', { count: total })} description={t('text')} flush>
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ personId, id }) => `/people/${personId}#${id}`}
        columns={[
          { key: 'person', header: t('person'), title: true, cell: ({ personName }) => personName },
          { key: 'unit', header: t('unit'), cell: ({ unitName }) => unitName },
          { key: 'credential', header: t('credential'), cell: ({ body, credential }) => `${body} · ${credential}` },
          {
            key: 'certified',
            header: t('certified'),
            nowrap: true,
            cell: ({ certifiedOn }) => formatCivilDay(locale, certifiedOn),
          },
          {
            key: 'declared',
            header: t('declared'),
            nowrap: true,
            cell: ({ declaredOn }) => formatCivilDay(locale, declaredOn),
          },
          {
            key: 'file',
            header: t('file'),
            cell: ({ fileId, credential }) =>
              fileId === null ? (
                t('no')
              ) : (
                <a
                  href={`/files/evidence/${fileId}`}
                  download
                  aria-label={t('download', { credential })}
                  className="relative text-accent-ink underline underline-offset-3"
                >
                  {t('yes')}
                </a>
              ),
          },
        ]}
      />
    </Card>
  )
}
