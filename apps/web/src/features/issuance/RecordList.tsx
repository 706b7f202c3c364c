import { buttonClass, Card, EmptyState, PageHeader, StatusBadge } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { Award } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { toneOfState } from './state-tone.ts'
import type { RecordView } from './types.ts'

/** Every record as a small certificate. */
export async function RecordList({ records }: { records: readonly RecordView[] }) {
  const t = await getTranslations('issuance')
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {records.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Award />}
            title={t('empty.title')}
            action={
              <Link href="/learn" prefetch={false} className={buttonClass({ variant: 'primary' })}>
                {t('empty.action')}
              </Link>
            }
          >
            {t('empty.text')}
          </EmptyState>
        </Card>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {records.map((record) => (
            <RecordItem key={record.id} record={record} />
          ))}
        </ul>
      )}
    </>
  )
}

async function RecordItem({ record }: { record: RecordView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('issuance')])
  return (
    <li className="relative flex flex-col rounded-2xl border border-line bg-surface p-5 shadow-card transition-colors hover:border-line-strong">
      <div className="flex items-start justify-between gap-3">
        <p className="text-muted text-sm">{t(`kinds.${record.kind}`)}</p>
        <StatusBadge tone={toneOfState(record.state)}>{t(`state.${record.state}`)}</StatusBadge>
      </div>
      <h2 className="mt-2 font-semibold text-lg leading-snug">
        <Link
          href={`/records/${record.id}`}
          prefetch={false}
          className="after:absolute after:inset-0 after:rounded-2xl hover:text-accent-ink"
        >
          {record.title}
        </Link>
      </h2>
      <p className="mt-auto pt-4 text-muted text-sm">
        {t('issuedOn', { day: formatCivilDay(locale, record.issuedOn, 'long') })} ·{' '}
        {record.expiresOn ? t('validThrough', { day: formatCivilDay(locale, record.expiresOn, 'long') }) : t('never')}
      </p>
      <p className="mt-1 font-mono text-muted text-xs">{record.number}</p>
    </li>
  )
}
