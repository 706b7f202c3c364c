import { buttonClass, Card } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { CalendarDays } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { FeedAddress } from './FeedAddress.tsx'

export interface CalendarCardProps {
  /** Since when there is a private address; null where there is none. */
  readonly since: string | null
  readonly timeZone: string
}

/** The own calendar: once as a file, or as a private address that a calendar program follows. */
export async function CalendarCard({ since, timeZone }: CalendarCardProps) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()])
  return (
    <Card id="calendar" title={t('title')} description={t('intro')}>
      <div className="grid gap-6">
        <div>
          <a href="/calendar/plan.ics" download className={buttonClass({ variant: 'secondary' })}>
            <CalendarDays aria-hidden />
            {t('download')}
          </a>
          <p className="mt-2 text-muted text-sm">{t('downloadHint')}</p>
        </div>
        <Messages namespaces={['calendar']}>
          <FeedAddress key={since ?? 'none'} since={since === null ? null : formatInstant(locale, since, timeZone)} />
        </Messages>
      </div>
    </Card>
  )
}
