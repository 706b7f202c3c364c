import { Alert, Card, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { load, serverCaller } from '../../server/caller.ts'
import { OwedCard } from './OwedCard.tsx'
import { ReleaseWave } from './ReleaseWave.tsx'
import { ReminderSettingsForm } from './ReminderSettingsForm.tsx'

/** What is owed before it goes out, the wave that waits, and how reminders go out. */
export async function RemindersView() {
  const api = await serverCaller()
  const [preview, profile, locale, t] = await Promise.all([
    load(api.reminders.preview()),
    load(api.account.profile()),
    getLocale(),
    getTranslations('reminders'),
  ])
  const { held, owed, settings, sent } = preview
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  return (
    <Messages namespaces={['organisation', 'reminders', 'shell']}>
      <div className="grid gap-6">
        {held?.status === 'held' ? (
          <Alert
            tone="warning"
            title={t('held')}
            actions={
              <ReleaseWave waveId={held.waveId} total={held.total} label={t('release', { total: held.total })} />
            }
          >
            {t('heldText', { day: day(held.heldOn), total: held.total, ceiling: settings.ceiling })}
          </Alert>
        ) : null}
        {held?.status === 'released' ? <Alert tone="info">{t('released', { total: held.total })}</Alert> : null}
        <OwedCard owed={owed} timeZone={profile.timeZone} />
        <Card title={t('settings')}>
          <ReminderSettingsForm settings={settings} />
        </Card>
        <Card flush title={t('sent')} description={t('mails')}>
          <Table
            caption={t('sent')}
            rows={sent}
            rowKey={({ on }) => on}
            empty={<p className="p-5 text-muted">{t('sentEmpty')}</p>}
            columns={[
              { key: 'day', header: t('day'), title: true, cell: ({ on }) => day(on) },
              {
                key: 'count',
                header: t('number'),
                numeric: true,
                align: 'end',
                phone: 'corner',
                cell: ({ count }) => new Intl.NumberFormat(locale).format(count),
              },
            ]}
          />
        </Card>
      </div>
    </Messages>
  )
}
