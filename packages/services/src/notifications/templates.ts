import type { z } from 'zod'
import { ACCOUNT_MAILS } from './account-mails.ts'
import { type ComposedMail, composeMail, type MailFrame, type MailTemplate } from './mail-text.ts'
import { REMINDER_MAILS } from './reminder-mails.ts'
import { STANDING_MAILS } from './standing-mails.ts'

/** Every mail that the product sends. */
export const MAIL_TEMPLATES = { ...ACCOUNT_MAILS, ...STANDING_MAILS, ...REMINDER_MAILS } as const
export type MailTemplateKey = keyof typeof MAIL_TEMPLATES
/** What each template needs to be told. */
export type MailData<Key extends MailTemplateKey> = z.infer<(typeof MAIL_TEMPLATES)[Key]['data']>

export const isMailTemplate = (key: string): key is MailTemplateKey => Object.hasOwn(MAIL_TEMPLATES, key)

const write = <Data>(template: MailTemplate<Data>, data: unknown, frame: MailFrame): ComposedMail =>
  composeMail(template.write[frame.locale](template.data.parse(data)), frame)

/** Writes a mail in the recipient's language. Throws where the data are not the template's. */
export function renderMail(key: MailTemplateKey, data: unknown, frame: MailFrame): ComposedMail {
  switch (key) {
    case 'invitation':
      return write(MAIL_TEMPLATES.invitation, data, frame)
    case 'password-reset':
      return write(MAIL_TEMPLATES['password-reset'], data, frame)
    case 'password-changed':
      return write(MAIL_TEMPLATES['password-changed'], data, frame)
    case 'course-passed':
      return write(MAIL_TEMPLATES['course-passed'], data, frame)
    case 'record-issued':
      return write(MAIL_TEMPLATES['record-issued'], data, frame)
    case 'record-revoked':
      return write(MAIL_TEMPLATES['record-revoked'], data, frame)
    case 'award-posted':
      return write(MAIL_TEMPLATES['award-posted'], data, frame)
    case 'award-reversed':
      return write(MAIL_TEMPLATES['award-reversed'], data, frame)
    case 'submission-decided':
      return write(MAIL_TEMPLATES['submission-decided'], data, frame)
    case 'holding-decided':
      return write(MAIL_TEMPLATES['holding-decided'], data, frame)
    case 'plan-proposed':
      return write(MAIL_TEMPLATES['plan-proposed'], data, frame)
    case 'renewal-decided':
      return write(MAIL_TEMPLATES['renewal-decided'], data, frame)
    case 'reminder-deadline':
      return write(MAIL_TEMPLATES['reminder-deadline'], data, frame)
    case 'reminder-card':
      return write(MAIL_TEMPLATES['reminder-card'], data, frame)
    case 'reminder-pace':
      return write(MAIL_TEMPLATES['reminder-pace'], data, frame)
    case 'reminder-evidence':
      return write(MAIL_TEMPLATES['reminder-evidence'], data, frame)
    case 'reminder-plan':
      return write(MAIL_TEMPLATES['reminder-plan'], data, frame)
  }
}
