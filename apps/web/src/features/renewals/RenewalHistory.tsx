import { Card, StatusBadge, type Tone } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { getLocale, getTranslations } from 'next-intl/server'
import type { RenewalView } from './types.ts'

const TONES: Readonly<Record<RenewalView['status'], Tone>> = {
  applied: 'info',
  approved: 'good',
  refused: 'out',
  withdrawn: 'neutral',
}

const REASONS = ['credits', 'card', 'evidence', 'duty', 'filed-in-error', 'other'] as const

/** Every application with its decision; none is ever removed. */
export async function RenewalHistory({ history }: { history: readonly RenewalView[] }) {
  const t = await getTranslations('renewals.history')
  return (
    <Card title={t('title')}>
      {history.length === 0 ? <p className="text-muted">{t('empty')}</p> : null}
      <ul className="divide-y divide-line">
        {history.map((renewal) => (
          <HistoryLine key={renewal.renewalId} renewal={renewal} />
        ))}
      </ul>
    </Card>
  )
}

async function HistoryLine({ renewal }: { renewal: RenewalView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('renewals')])
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  const { decision, opened } = renewal
  const reason = REASONS.find((each) => each === decision?.reasonCode)
  const lines = [
    decision ? t('history.decided', { day: day(decision.on), by: decision.by ?? t('history.system') }) : null,
    reason ? t('history.reason', { reason: t(`reasons.${reason}`) }) : null,
    decision?.note ? t('history.note', { note: decision.note }) : null,
    opened?.to ? t('history.opened', { from: day(opened.from), to: day(opened.to) }) : null,
  ].filter((line) => line !== null)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="font-medium">{renewal.credential.name[locale === 'es' ? 'es' : 'en']}</p>
        <p className="text-sm">{t('history.line', { cycle: renewal.cycle, day: day(renewal.appliedOn) })}</p>
        {lines.map((line) => (
          <p key={line} className="break-words text-muted text-sm">
            {line}
          </p>
        ))}
      </div>
      <StatusBadge tone={TONES[renewal.status]}>{t(`history.status.${renewal.status}`)}</StatusBadge>
    </li>
  )
}
