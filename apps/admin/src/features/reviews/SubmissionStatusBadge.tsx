import type { SubmissionStatus } from '@gs/domain/reviews'
import { StatusBadge, type Tone } from '@gs/ui'
import { useTranslations } from 'next-intl'

const TONES: Readonly<Record<SubmissionStatus, Tone>> = {
  waiting: 'info',
  approved: 'good',
  'partly-approved': 'soon',
  refused: 'out',
  withdrawn: 'neutral',
}

/** What became of something handed in. */
export function SubmissionStatusBadge({ status }: { readonly status: SubmissionStatus }) {
  const t = useTranslations('reviews.status')
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>
}
