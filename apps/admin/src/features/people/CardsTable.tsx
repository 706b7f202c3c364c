import { Card, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { useCardName } from '../standing/use-card-name.ts'

export interface CardRow {
  readonly id: string
  readonly type: string
  readonly issuer: string
  readonly issuedOn: string
  readonly validThrough: string | null
  readonly handsOn: boolean
}

/** Prerequisite cards that were confirmed. */
export function CardsTable({ rows }: { readonly rows: readonly CardRow[] }) {
  const t = useTranslations('people.cards')
  const locale = useLocale()
  const name = useCardName()
  return (
    <Card title={t('title')} flush>
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className="px-5 pb-5 text-muted">{t('none')}</p>}
        columns={[
          { key: 'type', header: t('type'), title: true, cell: (card) => name(card.type) },
          { key: 'issuer', header: t('issuer'), cell: (card) => card.issuer },
          { key: 'issued', header: t('issued'), cell: (card) => formatCivilDay(locale, card.issuedOn) },
          {
            key: 'valid',
            header: t('valid'),
            cell: (card) => (card.validThrough === null ? t('byIssuer') : formatCivilDay(locale, card.validThrough)),
          },
          { key: 'handsOn', header: t('handsOn'), cell: (card) => (card.handsOn ? t('yes') : t('no')) },
        ]}
      />
    </Card>
  )
}
