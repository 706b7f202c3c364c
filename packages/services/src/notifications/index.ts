export { deliverMail, type MailDeps } from './deliver-mail.ts'
export { LOCALES, type Locale } from './mail-text.ts'
export { type MailToQueue, queueMail } from './queue-mail.ts'
export { MAIL_TEMPLATES, type MailData, type MailTemplateKey, renderMail } from './templates.ts'
