import { Card, EmptyState, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { IdCard } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { cardNames } from '../standings/card-name.ts'
import type { CreditStatement } from './types.ts'

/** Prerequisite cards, newest first. */
export async function CardsOnFile({ cards }: { cards: CreditStatement['cards'] }) {
  const [locale, t, nameOf] = await Promise.all([getLocale(), getTranslations('credits.cards'), cardNames()])
  const day = (text: string): string => formatCivilDay(locale, text, 'medium')
  const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
  return (
    <Card flush title={t('title')} description={t('description')}>
      <Table
        caption={t('title')}
        rows={cards}
        rowKey={(card) => card.id}
        empty={
          <EmptyState icon={<IdCard />} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        }
        columns={[
          { key: 'type', header: t('type'), title: true, cell: (card) => capital(nameOf(card.type)) },
          { key: 'issuer', header: t('issuer'), cell: (card) => card.issuer },
          { key: 'issued', header: t('issuedOn'), nowrap: true, cell: (card) => day(card.issuedOn) },
          {
            key: 'valid',
            header: t('validThrough'),
            nowrap: true,
            cell: (card) => (card.validThrough === null ? t('noEnd') : day(card.validThrough)),
          },
          { key: 'practice', header: t('practice'), cell: (card) => t(card.handsOn ? 'handsOn' : 'online') },
        ]}
      />
    </Card>
  )
}
