import { Breadcrumbs, buttonClass, Card, DescriptionList, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { Download, ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { CertificateSheet } from './CertificateSheet.tsx'
import { CopyAddress } from './CopyAddress.tsx'
import type { RecordView } from './types.ts'

/** One record: the sheet, the PDF, the link to share, and what befell it. */
export async function RecordPage({ record }: { record: RecordView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('issuance')])
  const file = `/files/records/${record.id}.pdf`
  const other = locale === 'es' ? 'en' : 'es'
  return (
    <>
      <PageHeader
        title={record.title}
        breadcrumbs={
          <Breadcrumbs
            label={t('record.crumbs')}
            items={[{ label: t('title'), href: '/records' }, { label: record.number }]}
            linkAs={Link}
          />
        }
        actions={
          <>
            <a href={`${file}?lang=${locale}`} className={buttonClass({ variant: 'primary' })}>
              <Download aria-hidden />
              {t('record.download')}
            </a>
            <a href={`${file}?lang=${other}`} className={buttonClass({ variant: 'ghost' })}>
              {t('record.downloadOther')}
            </a>
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <CertificateSheet record={record} />
        <div className="space-y-6">
          <Share code={record.code} />
          <History record={record} day={(text) => formatCivilDay(locale, text, 'long')} />
        </div>
      </div>
    </>
  )
}

async function Share({ code }: { code: string }) {
  const t = await getTranslations('issuance')
  return (
    <Card title={t('record.shareTitle')} description={t('record.shareText')}>
      <DescriptionList items={[{ term: t('fields.code'), detail: <span className="font-mono">{code}</span> }]} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Messages namespaces={['issuance']}>
          <CopyAddress path={`/verify/${code}`} />
        </Messages>
        <Link href={`/verify/${code}`} prefetch={false} className={buttonClass({ variant: 'ghost' })}>
          <ExternalLink aria-hidden />
          {t('record.verify')}
        </Link>
      </div>
    </Card>
  )
}

async function History({ record, day }: { record: RecordView; day: (text: string) => string }) {
  const t = await getTranslations('issuance')
  const events = [
    { on: record.issuedOn, what: t('record.issued') },
    ...record.events.map((event) => ({
      on: event.knownOn,
      what: (
        <>
          {t(`record.${event.kind}`, { reason: event.reason })}
          {event.successor ? (
            <>
              {' '}
              <Link href={`/records/${event.successor.id}`} className="text-accent-ink underline underline-offset-3">
                {t('record.successor', { number: event.successor.number })}
              </Link>
            </>
          ) : null}
        </>
      ),
    })),
  ]
  return (
    <Card title={t('record.history')}>
      <DescriptionList items={events.map((event) => ({ term: day(event.on), detail: event.what }))} />
    </Card>
  )
}
