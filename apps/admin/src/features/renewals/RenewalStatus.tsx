import { StatusBadge, type Tone } from '@gs/ui'
import { useTranslations } from 'next-intl'
import type { RenewalView } from './types.ts'

const TONES: Readonly<Record<RenewalView['status'], Tone>> = {
  applied: 'info',
  approved: 'good',
  refused: 'out',
  withdrawn: 'neutral',
}

/** What became of an application, as word, icon and colour. */
export function RenewalStatus({ status }: { readonly status: RenewalView['status'] }) {
  const t = useTranslations('renewals.status')
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>
}
