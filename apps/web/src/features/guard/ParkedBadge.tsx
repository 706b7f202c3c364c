import { Badge } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useTranslations } from 'next-intl'
import { useAppLocale } from '../courses/use-locale.ts'

/** Says on a course's card until when it is kept. */
export function ParkedBadge({ until }: { readonly until: string | null }) {
  const t = useTranslations('guard.parked')
  const locale = useAppLocale()
  return (
    <Badge tone="info">
      {until === null ? t('badgeUnknown') : t('badge', { day: formatCivilDay(locale, until, 'medium') })}
    </Badge>
  )
}
