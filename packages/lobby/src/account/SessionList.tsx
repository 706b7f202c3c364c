import { Badge, Card } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { Laptop, Smartphone } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SharedCaller } from '../server/shared-caller.ts'
import { deviceOf } from './device.ts'
import { EndSessions } from './EndSessions.tsx'

const PHONES = new Set(['iPhone', 'Android'])

export interface SessionListProps {
  readonly sessions: Awaited<ReturnType<SharedCaller['account']['sessions']>>
  readonly timeZone: string
}

/** Where the own account is signed in, in both apps, with a way to end each and all. */
export async function SessionList({ sessions, timeZone }: SessionListProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('account.sessions')])
  return (
    <Card
      id="sessions"
      flush
      title={t('title')}
      description={t('intro')}
      footer={
        <div className="flex flex-wrap items-center gap-2">
          {sessions.length > 1 ? <EndSessions which="others" label={t('endOthers')} variant="secondary" /> : null}
          <EndSessions which="all" label={t('endAll')} variant="danger" />
        </div>
      }
    >
      <ul className="divide-y divide-line border-line border-t">
        {sessions.map((session) => {
          const { browser, system } = deviceOf(session.userAgent)
          const Icon = system && PHONES.has(system) ? Smartphone : Laptop
          const device = browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknown'))
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
              <Icon aria-hidden className="size-5 shrink-0 text-muted" />
              <div className="min-w-0 flex-1" id={`session-${session.id}`}>
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {device}
                  <Badge>{t(`apps.${session.app}`)}</Badge>
                  {session.current ? <Badge tone="good">{t('current')}</Badge> : null}
                </p>
                <p className="text-muted text-sm">
                  {t('seen', {
                    since: formatInstant(locale, session.createdAt, timeZone),
                    seen: formatInstant(locale, session.lastSeenAt, timeZone),
                  })}
                </p>
              </div>
              {session.current ? null : (
                <EndSessions
                  which={{ session: session.id }}
                  label={t('end')}
                  describedBy={`session-${session.id}`}
                  variant="secondary"
                />
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
