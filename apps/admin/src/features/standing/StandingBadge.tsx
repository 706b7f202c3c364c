import { StatusBadge } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { toneOf } from './tone.ts'

/** A status as word, icon and colour. */
export function StandingBadge({ status }: { readonly status: string }) {
  const t = useTranslations('standing.status')
  return <StatusBadge tone={toneOf(status)}>{t.has(status) ? t(status) : status}</StatusBadge>
}
