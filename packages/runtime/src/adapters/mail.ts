import type { Mailer } from '@gs/services'
import { createTransport } from 'nodemailer'

/** What the mail is from where the operator's SMTP address names no sender. */
const SENDER = 'Good Standing'

/** Sends by SMTP, one connection a mail: the queue keeps what has not gone out. */
export function smtpMailer(smtpUrl: string): Mailer {
  const transport = createTransport(smtpUrl, { from: { name: SENDER, address: senderOf(smtpUrl) } })
  return {
    async send(mail) {
      await transport.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        ...(mail.html ? { html: mail.html } : {}),
        ...(mail.unsubscribe ? { headers: unsubscribeHeaders(mail.unsubscribe) } : {}),
      })
    },
  }
}

/** RFC 2369 and RFC 8058: one click in the mail program is enough. */
const unsubscribeHeaders = (address: string): Record<string, string> => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** `?from=` of the SMTP address, its user where that is an address, else no-reply at its host. */
function senderOf(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  const user = decodeURIComponent(url.username)
  return url.searchParams.get('from') ?? (user.includes('@') ? user : `no-reply@${url.hostname}`)
}
