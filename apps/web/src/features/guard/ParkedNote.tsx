import { Alert } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useTranslations } from 'next-intl'
import { useAppLocale } from '../courses/use-locale.ts'

export interface ParkedNoteProps {
  /** 'YYYY-MM-DD': the first day from which it counts in full; null where none is known. */
  readonly until: string | null
  readonly today: string
}

/** A course that is kept for later: from when on it counts in full. */
export function ParkedNote({ until, today }: ParkedNoteProps) {
  const t = useTranslations('guard.parked')
  const locale = useAppLocale()
  return (
    <Alert tone="info" title={t('title')}>
      {until === null
        ? t('unknown')
        : until <= today
          ? t('now')
          : t('until', { day: formatCivilDay(locale, until, 'long') })}{' '}
      {t('progress')}
    </Alert>
  )
}
