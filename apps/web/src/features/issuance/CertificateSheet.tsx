import { StatusBadge } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { Award } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { toneOfState } from './state-tone.ts'
import type { RecordView } from './types.ts'

/** What the certificate says, as a sheet on the screen. */
export async function CertificateSheet({ record }: { record: RecordView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('issuance')])
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  return (
    <div className="rounded-2xl border-2 border-accent bg-surface p-1.5 shadow-card">
      <div className="flex flex-col items-center gap-2 rounded-xl border border-line px-4 py-8 text-center sm:px-10 sm:py-12">
        <Award aria-hidden className="size-9 text-accent" />
        <p className="text-accent-ink text-sm uppercase tracking-[0.16em]">{record.issuer}</p>
        <p className="mt-3 text-muted italic">{t('record.certifies')}</p>
        <p className="font-semibold text-2xl leading-tight sm:text-3xl">{record.holderName}</p>
        <p className="max-w-md text-muted italic">{t(`record.has.${record.kind}`)}</p>
        <p className="font-semibold text-accent-ink text-xl leading-snug">{record.title}</p>
        <StatusBadge tone={toneOfState(record.state)} className="mt-2">
          {t(`state.${record.state}`)}
        </StatusBadge>
        <p className="mt-4 text-sm">
          {t('issuedOn', { day: day(record.issuedOn) })} ·{' '}
          {record.expiresOn ? t('validThrough', { day: day(record.expiresOn) }) : t('never')}
        </p>
        <p className="font-mono text-muted text-sm">{record.number}</p>
      </div>
    </div>
  )
}
