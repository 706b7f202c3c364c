import { Card, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import type { RouterOutput } from '../../trpc/outputs.ts'
import { EffectiveDays } from './EffectiveDays.tsx'

type Version = RouterOutput['packs']['show']['versions'][number]

/** Every version of a lineage, newest rules first. */
export function VersionList({ versions }: { readonly versions: readonly Version[] }) {
  const t = useTranslations('packs')
  const locale = useLocale()
  return (
    <Card flush>
      <Table
        caption={t('versions.caption')}
        rows={versions}
        rowKey={({ packId, version }) => `${packId} ${version}`}
        rowHref={({ packId, version }) => `/packs/${encodeURIComponent(packId)}?version=${version}`}
        columns={[
          {
            key: 'version',
            header: t('version'),
            title: true,
            cell: ({ packId, version }) => t('versionOf', { pack: packId, version }),
          },
          { key: 'effective', header: t('effective'), cell: ({ effective }) => <EffectiveDays {...effective} /> },
          {
            key: 'published',
            header: t('versions.published'),
            cell: ({ publishedOn }) => formatCivilDay(locale, publishedOn),
          },
          { key: 'holdings', header: t('holdings'), align: 'end', numeric: true, cell: ({ holdings }) => holdings },
        ]}
      />
    </Card>
  )
}
