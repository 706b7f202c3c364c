import type { z } from 'zod'

export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

/** What a template writes: plain sentences, never markup. */
export interface MailText {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly action?: { readonly label: string; readonly app: 'web' | 'admin'; readonly path: string }
}

/** One mail in both languages, and the form of what it tells. */
export interface MailTemplate<Data> {
  readonly data: z.ZodType<Data>
  readonly write: Readonly<Record<Locale, (data: Data) => MailText>>
}

/** Ties a template's texts to its data. */
export const mailTemplate = <Data>(template: MailTemplate<Data>): MailTemplate<Data> => template

/** Around the text of every mail. */
export interface MailFrame {
  readonly locale: Locale
  readonly orgName: string
  /** Given name of the recipient; empty where none is known. */
  readonly givenName: string
  /** Public addresses of the two apps. */
  readonly urls: Readonly<Record<'web' | 'admin', string>>
  /** Of a reminder: where its kind can be switched off. */
  readonly unsubscribe?: string | undefined
}

export interface ComposedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface FrameWords {
  readonly hello: (name: string) => string
  readonly sender: (org: string) => string
  readonly unsubscribe: string
}

const FRAME: Readonly<Record<Locale, FrameWords>> = {
  en: {
    hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
    sender: (org) => `Sent by Good Standing for ${org}.`,
    unsubscribe: 'No more reminders of this kind',
  },
  es: {
    hello: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    sender: (org) => `Enviado por Good Standing en nombre de ${org}.`,
    unsubscribe: 'No más recordatorios de este tipo',
  },
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, in element and attribute alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)

/** One line without control characters: what somebody typed cannot add a header or a line of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Puts a mail together as text and as HTML. */
export function composeMail(
  written: MailText,
  { locale, orgName, givenName, urls, unsubscribe }: MailFrame,
): ComposedMail {
  const frame = FRAME[locale]
  const paragraphs = [frame.hello(oneLine(givenName)), ...written.paragraphs.map(oneLine)]
  const sender = frame.sender(oneLine(orgName))
  const link = written.action && {
    label: written.action.label,
    url: `${urls[written.action.app]}${written.action.path}`,
  }
  const leave = unsubscribe === undefined ? undefined : { label: frame.unsubscribe, url: unsubscribe }
  const foot = [`--\n${sender}`, ...(leave ? [`${leave.label}: ${leave.url}`] : [])].join('\n')
  const text = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), foot].join('\n\n')
  return {
    subject: oneLine(written.subject).slice(0, 200),
    text: `${text}\n`,
    html: htmlOf(locale, paragraphs, { sender, link, leave }),
  }
}

interface Ending {
  readonly sender: string
  readonly link: { readonly label: string; readonly url: string } | undefined
  readonly leave: { readonly label: string; readonly url: string } | undefined
}

const PARAGRAPH = '<p style="margin:0 0 16px">'

function htmlOf(locale: Locale, paragraphs: readonly string[], { sender, link, leave }: Ending): string {
  const body = paragraphs.map((paragraph) => `${PARAGRAPH}${escapeHtml(paragraph)}</p>`)
  if (link) {
    const url = escapeHtml(link.url)
    const button =
      'display:inline-block;padding:12px 20px;background:#0f5c4c;color:#ffffff;border-radius:8px;text-decoration:none'
    body.push(`${PARAGRAPH}<a href="${url}" style="${button}">${escapeHtml(link.label)}</a></p>`)
    body.push(`<p style="margin:0 0 16px;font-size:13px;word-break:break-all">${url}</p>`)
  }
  const style =
    'font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1b2320;max-width:560px;margin:0 auto;padding:24px'
  const small = 'font-size:13px;color:#55605b'
  const out = leave ? `<br><a href="${escapeHtml(leave.url)}" style="${small}">${escapeHtml(leave.label)}</a>` : ''
  const foot = `<p style="margin:24px 0 0;${small}">${escapeHtml(sender)}${out}</p>`
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><body style="margin:0"><div style="${style}">${body.join('')}${foot}</div></body></html>`
}
