import { Card, EmptyState, StatusBadge, Table } from '@gs/ui'
import { ScrollText } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { RouterOutput } from '../../trpc/outputs.ts'
import { EffectiveDays } from './EffectiveDays.tsx'
import { toneOfLevel } from './level-tone.ts'
import { languageOf } from './words-in.ts'

export type PackRow = RouterOutput['packs']['list']['rows'][number]

/** The newest version of each pack, with what is open in it. */
export function PackTable({ rows }: { readonly rows: readonly PackRow[] }) {
  const t = useTranslations('packs')
  const locale = useLocale()
  const language = languageOf(locale)
  const number = new Intl.NumberFormat(locale)
  return (
    <Card flush>
      <Table
        caption={t('table.caption')}
        rows={rows}
        rowKey={({ packId }) => packId}
        rowHref={({ packId }) => `/packs/${encodeURIComponent(packId)}`}
        stickyHeader
        empty={
          <EmptyState icon={<ScrollText />} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'credential',
            header: t('credential'),
            title: true,
            cell: ({ credential }) => credential.name[language],
          },
          { key: 'body', header: t('body'), cell: ({ body }) => body.short },
          {
            key: 'version',
            header: t('version'),
            cell: (row) => (
              <span>
                {row.packId}
                <span className="block text-muted text-sm">{t('versionNumber', { version: row.version })}</span>
                {row.versions > 1 ? (
                  <span className="block text-muted text-sm">{t('sisters', { count: row.versions })}</span>
                ) : null}
              </span>
            ),
          },
          { key: 'effective', header: t('effective'), cell: ({ effective }) => <EffectiveDays {...effective} /> },
          {
            key: 'holdings',
            header: t('holdings'),
            align: 'end',
            numeric: true,
            cell: ({ holdings }) => number.format(holdings),
          },
          { key: 'cases', header: t('caseCount'), align: 'end', numeric: true, cell: ({ cases }) => cases },
          {
            key: 'unverified',
            header: t('unverified'),
            align: 'end',
            numeric: true,
            cell: ({ unverified }) => unverified,
          },
          {
            key: 'confidence',
            header: t('confidence'),
            phone: 'corner',
            cell: ({ confidence }) => (
              <StatusBadge tone={toneOfLevel(confidence)}>{t(`levels.${confidence}`)}</StatusBadge>
            ),
          },
        ]}
      />
    </Card>
  )
}
