import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { ReminderKind } from '@gs/domain/notifications'
import type { JobQueue } from '../ports.ts'
import type { Locale } from './mail-text.ts'
import type { MailData, MailTemplateKey } from './templates.ts'

export interface MailToQueue<Key extends MailTemplateKey> {
  readonly orgId: OrgId
  /** A person of the organisation, or an address of somebody who is none yet. */
  readonly to: string | { readonly personId: string }
  /** Default: the person's own, else English. */
  readonly locale?: Locale
  readonly template: Key
  /** What caused it (an id): one mail for template, event and recipient, however often it is asked for. */
  readonly event: string
  readonly data: MailData<Key>
  /** Of a reminder: its kind, which the recipient may switch off with a link in the mail. */
  readonly reminder?: ReminderKind
}

/** Owes a mail in the transaction of its cause: it is sent where that commits, and only there. */
export function queueMail<Key extends MailTemplateKey>(
  tx: Transaction,
  deps: { readonly queue: JobQueue },
  mail: MailToQueue<Key>,
): Promise<void> {
  const recipient = typeof mail.to === 'string' ? mail.to : mail.to.personId
  return deps.queue.enqueue(tx, {
    name: 'mail',
    key: `${mail.template}:${mail.event}:${recipient}`,
    data: {
      orgId: mail.orgId,
      template: mail.template,
      event: mail.event,
      to: typeof mail.to === 'string' ? { email: mail.to } : { personId: mail.to.personId },
      ...(mail.locale ? { locale: mail.locale } : {}),
      ...(mail.reminder ? { reminder: mail.reminder } : {}),
      data: mail.data,
    },
  })
}
