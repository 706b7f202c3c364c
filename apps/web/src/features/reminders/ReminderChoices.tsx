import { Card } from '@gs/ui'
import { getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import type { Caller } from '../../server/bridge.ts'
import { ReminderSwitch } from './ReminderSwitch.tsx'

export type OwnReminders = Awaited<ReturnType<Caller['reminders']['own']>>

/** Which reminders come by mail; each kind can be switched off here or by the link in its mail. */
export async function ReminderChoices({ reminders }: { readonly reminders: OwnReminders }) {
  const t = await getTranslations('reminders')
  return (
    <Card id="reminders" title={t('title')} description={t('intro')}>
      <Messages namespaces={['reminders']}>
        <div className="grid gap-4">
          {reminders.map(({ kind, wanted }) => (
            <ReminderSwitch key={kind} kind={kind} wanted={wanted} />
          ))}
        </div>
      </Messages>
    </Card>
  )
}
