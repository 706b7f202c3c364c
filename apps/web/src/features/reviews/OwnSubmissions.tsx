import { Card, EmptyState, StatusBadge, type Tone } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { FileCheck2, Paperclip } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { cardNames } from '../standings/card-name.ts'
import type { HandInOptions, OwnSubmission } from './types.ts'
import { WithdrawButton } from './WithdrawButton.tsx'

const TONES: Readonly<Record<OwnSubmission['status'], Tone>> = {
  waiting: 'info',
  approved: 'good',
  'partly-approved': 'soon',
  refused: 'out',
  withdrawn: 'neutral',
}

interface OwnSubmissionsProps {
  readonly submissions: readonly OwnSubmission[]
  readonly packs: HandInOptions['packs']
}

/** What one handed in, the latest first, each with its review. */
export async function OwnSubmissions({ submissions, packs }: OwnSubmissionsProps) {
  const t = await getTranslations('reviews.own')
  if (submissions.length === 0)
    return (
      <Card>
        <EmptyState icon={<FileCheck2 />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      </Card>
    )
  return (
    <section aria-label={t('title')}>
      <h2 className="mb-3 font-semibold text-lg">{t('title')}</h2>
      <ul className="grid gap-4">
        {submissions.map((submission) => (
          <SubmissionCard key={submission.id} submission={submission} packs={packs} />
        ))}
      </ul>
    </section>
  )
}

async function SubmissionCard({
  submission,
  packs,
}: Pick<OwnSubmissionsProps, 'packs'> & { submission: OwnSubmission }) {
  const [locale, t, nameOf] = await Promise.all([getLocale(), getTranslations('reviews.own'), cardNames()])
  const day = (text: string): string => formatCivilDay(locale, text)
  const name = submission.kind === 'card' ? nameOf(submission.title) : submission.title
  const title = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  return (
    <Card
      as="li"
      title={<span className="break-words">{title}</span>}
      headingLevel={3}
      description={[submission.provider, day(submission.completedOn)].filter(Boolean).join(' · ')}
      actions={<StatusBadge tone={TONES[submission.status]}>{t(`status.${submission.status}`)}</StatusBadge>}
    >
      <p className="text-muted text-sm">{t('filed', { day: day(submission.filedOn) })}</p>
      {submission.file && (
        <p className="mt-2">
          <a
            href={`/files/evidence/${submission.file.id}`}
            download
            className="inline-flex min-h-6 max-w-full items-center gap-1.5 break-all text-accent-ink text-sm underline underline-offset-3"
          >
            <Paperclip aria-hidden className="size-4 shrink-0" /> {submission.file.name}
          </a>
        </p>
      )}
      {submission.decision && <Decision decision={submission.decision} packs={packs} />}
      {submission.status === 'waiting' && (
        <div className="mt-3">
          <Messages namespaces={['reviews']}>
            <WithdrawButton submissionId={submission.id} title={title} />
          </Messages>
        </div>
      )}
    </Card>
  )
}

interface DecisionProps {
  readonly decision: NonNullable<OwnSubmission['decision']>
  readonly packs: HandInOptions['packs']
}

async function Decision({ decision, packs }: DecisionProps) {
  const [locale, t, reasons] = await Promise.all([
    getLocale(),
    getTranslations('reviews.own'),
    getTranslations('reviews.reasons'),
  ])
  const language = locale === 'es' ? 'es' : 'en'
  const credits = decision.credits.map(({ packId, amount }) => {
    const pack = packs.find((each) => each.packId === packId)
    return `${pack?.body ?? packId}: ${formatThousandths(locale, amount)} ${pack?.unit.plural[language] ?? ''}`.trim()
  })
  return (
    <div className="mt-3 grid gap-1 rounded-lg bg-sunken px-4 py-3 text-sm">
      <p className="font-medium">{t('decided', { day: formatCivilDay(locale, decision.decidedOn, 'long') })}</p>
      {credits.length > 0 && <p>{t('credited', { credits: credits.join(', ') })}</p>}
      {decision.reasonCode && reasons.has(decision.reasonCode) && <p>{reasons(decision.reasonCode)}</p>}
      {decision.note && <p className="whitespace-pre-line break-words">{decision.note}</p>}
      {decision.reversed && <p className="font-medium text-out-ink">{t('reversed')}</p>}
    </div>
  )
}
