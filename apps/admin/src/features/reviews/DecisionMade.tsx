import { Card, DescriptionList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { Messages } from '../../i18n/Messages.tsx'
import { ReverseAward, type ReverseAwardProps } from '../awards/ReverseAward.tsx'
import { amountText } from '../standing/amount.ts'
import type { ReviewCase } from './review-case.ts'
import { SubmissionStatusBadge } from './SubmissionStatusBadge.tsx'

export interface DecisionMadeProps {
  readonly review: ReviewCase
  /** The closed renewals to which its award was posted. */
  readonly spent: ReverseAwardProps['spent']
}

/** What was decided, by whom and why; the award that followed can be taken back, never edited. */
export function DecisionMade({ review, spent }: DecisionMadeProps) {
  const t = useTranslations('reviews.made')
  const reasons = useTranslations('reviews.decision.reasons')
  const locale = useLocale()
  const { submission, decidedBy, packs, own } = review
  const { decision } = submission
  if (decision === null)
    return (
      <Card title={t('title')}>
        <SubmissionStatusBadge status={submission.status} />
      </Card>
    )
  const credits = decision.credits.map(({ packId, category, amount }) => {
    const name = packs.find((pack) => pack.packId === packId)?.body ?? packId
    return `${name}${category ? ` · ${category}` : ''}: ${amountText(locale, amount)}`
  })
  return (
    <Card title={t('title')}>
      <DescriptionList
        items={[
          { term: t('outcome'), detail: <SubmissionStatusBadge status={submission.status} /> },
          { term: t('by'), detail: decidedBy ?? '–' },
          { term: t('on'), detail: formatCivilDay(locale, decision.decidedOn, 'long') },
          ...(credits.length > 0 ? [{ term: t('credits'), detail: credits.join(', ') }] : []),
          ...(decision.reasonCode ? [{ term: t('reason'), detail: reasons(decision.reasonCode) }] : []),
          ...(decision.note
            ? [{ term: t('note'), detail: <span className="whitespace-pre-line">{decision.note}</span> }]
            : []),
        ]}
      />
      {decision.reversed && <p className="mt-4 font-medium text-out-ink">{t('reversed')}</p>}
      {submission.entryId !== null && !decision.reversed && !own && (
        <div className="mt-4">
          <Messages namespaces={['awards', 'list', 'refusals']}>
            <ReverseAward entryId={submission.entryId} activity={submission.title} spent={spent} />
          </Messages>
        </div>
      )}
    </Card>
  )
}
