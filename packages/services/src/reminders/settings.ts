import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { QuietHours } from '@gs/domain/notifications'

/** How an organisation lets reminders go out. */
export interface ReminderSettings {
  /** More than so many at once wait for somebody's release. */
  readonly ceiling: number
  /** In the recipient's own zone. */
  readonly quiet: QuietHours
}

/** A hundred at once; nobody is written to between nine in the evening and eight in the morning. */
export const DEFAULT_REMINDERS: ReminderSettings = { ceiling: 100, quiet: { from: 21, until: 8 } }

/** The settings of an organisation, or the product's own. */
export async function reminderSettingsOf(tx: Transaction, orgId: OrgId): Promise<ReminderSettings> {
  const { rows } = await tx.client.query<{ ceiling: number; quietFrom: number; quietUntil: number }>({
    name: 'reminder-settings',
    text: `select ceiling, quiet_from as "quietFrom", quiet_until as "quietUntil" from reminder_settings where org_id = $1`,
    values: [orgId],
  })
  const row = rows[0]
  return row ? { ceiling: row.ceiling, quiet: { from: row.quietFrom, until: row.quietUntil } } : DEFAULT_REMINDERS
}
