import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from './mail-text.ts'
import { isMailTemplate, MAIL_TEMPLATES, type MailTemplateKey, renderMail } from './templates.ts'

const link = { app: 'web', path: '/records/1?a=1&b=2' } as const
const path = link.path

/** One honest set of data for each template, with a text that somebody typed where there is one. */
const dataWith = (typed: string): Record<MailTemplateKey, object> => ({
  invitation: { ...link, orgName: typed, inviterName: typed, role: 'registrar', days: 14 },
  'password-reset': { ...link, minutes: 60 },
  'password-changed': link,
  'course-passed': { courseTitle: typed, credits: [{ amount: 1900, unit: 'CEU' }], recordNumber: 'GS-2026-1', path },
  'record-issued': { title: typed, number: 'GS-2026-1', path },
  'record-revoked': { title: typed, number: 'GS-2026-1', reason: typed, path },
  'award-posted': { activity: typed, credits: [{ amount: 1900, unit: 'CEU' }], path },
  'award-reversed': { activity: typed, credits: [{ amount: 100, unit: 'CEU' }], reason: typed, path },
  'submission-decided': { title: typed, outcome: 'refused', credits: [], note: typed, path },
  'holding-decided': { title: { en: typed, es: typed }, outcome: 'refused', note: typed, path },
  'plan-proposed': { by: typed, note: typed, path },
  'renewal-decided': {
    title: { en: typed, es: typed },
    outcome: 'approved',
    startsOn: '2026-03-02',
    expiresOn: '2028-03-01',
    note: typed,
    path,
  },
  'reminder-deadline': {
    title: { en: typed, es: typed },
    stage: 'ahead-30',
    expiresOn: '2028-03-01',
    earnBy: '2028-05-30',
    fileFrom: null,
    fileBy: '2028-05-30',
    canRenew: false,
    needed: 1900,
    unit: { en: 'CEUs', es: 'CEU' },
  },
  'reminder-card': { name: typed, validThrough: '2028-03-01', expired: false },
  'reminder-pace': { weeks: 2, plannedHours: 30000, doneHours: 22000 },
  'reminder-evidence': { title: typed, filedOn: '2028-03-01' },
  'reminder-plan': { titles: [{ en: typed, es: typed }] },
})

const keys = Object.keys(MAIL_TEMPLATES).filter(isMailTemplate)
const urls = { web: 'https://learn.example.org', admin: 'https://desk.example.org' }
const render = (key: MailTemplateKey, typed: string, locale: 'en' | 'es' = 'en') =>
  renderMail(key, dataWith(typed)[key], { locale, orgName: typed, givenName: typed, urls })

describe('renderMail', () => {
  test.each(keys.flatMap((key) => LOCALES.map((locale) => [key, locale] as const)))(
    'writes %s in %s',
    (key, locale) => {
      const mail = render(key, 'Iron House', locale)
      expect(mail.subject.length).toBeGreaterThan(5)
      const to = key.startsWith('reminder-') ? '/' : '/records/1?a=1&b=2'
      expect(mail.text).toContain(`https://learn.example.org${to}`)
      expect(mail.html).toContain(`href="https://learn.example.org${to.replace('&', '&amp;')}`)
      expect(mail.html).toContain(`<html lang="${locale}">`)
      expect(mail.text).not.toMatch(/undefined|null|\[object/)
    },
  )

  test('a reminder says where its kind is switched off, in text and HTML; another mail does not', () => {
    const unsubscribe = 'https://learn.example.org/unsubscribe/a.b.card.c'
    const frame = { locale: 'en', orgName: 'x', givenName: 'x', urls } as const
    const mail = renderMail('reminder-card', dataWith('x')['reminder-card'], { ...frame, unsubscribe })
    expect(mail.text).toContain(`No more reminders of this kind: ${unsubscribe}`)
    expect(mail.html).toContain(`<a href="${unsubscribe}"`)
    expect(render('record-issued', 'x').text).not.toContain('unsubscribe')
  })

  test('the two languages differ', () => {
    for (const key of keys) expect(render(key, 'X', 'es').text).not.toBe(render(key, 'X', 'en').text)
  })

  test('calls a credential by its name in the language of the mail', () => {
    const data = { ...dataWith('')['renewal-decided'], title: { en: 'Personal Trainer', es: 'Entrenador personal' } }
    const frame = { orgName: 'x', givenName: 'x', urls } as const
    expect(renderMail('renewal-decided', data, { ...frame, locale: 'en' }).subject).toBe('Renewed: Personal Trainer')
    expect(renderMail('renewal-decided', data, { ...frame, locale: 'es' }).subject).toBe(
      'Renovado: Entrenador personal',
    )
  })

  test('says amounts as decimals and days in full', () => {
    expect(render('course-passed', 'CES').text).toContain('1.9 CEU')
    expect(render('course-passed', 'CES', 'es').text).toContain('1,9 CEU')
    expect(render('reminder-deadline', 'CPT', 'es').text).toContain('Aún faltan 1,9 CEU.')
    expect(render('reminder-pace', '').text).toContain('By today 30 hours of learning were planned, and 22 are done.')
    expect(render('renewal-decided', 'CPT').text).toContain('March 2, 2026')
    expect(render('renewal-decided', 'CPT', 'es').text).toContain('2 de marzo de 2026')
  })

  test('whatever somebody typed stays text: no markup, no second header, no line of its own', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        'a\r\nBcc: everybody@example.org',
        '</title><svg/onload=alert(1)>',
        "' onmouseover='alert(1)",
        '\u2028<b>',
      ),
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
    )
    const skeleton = (html: string): string => html.replace(/>[^<]*</g, '><').replace(/="[^"]*"/g, '=""')
    fc.assert(
      fc.property(fc.constantFrom(...keys), hostile, (key, typed) => {
        const mail = render(key, typed)
        expect(skeleton(mail.html)).toBe(skeleton(render(key, 'x').html))
        expect(mail.subject).not.toMatch(/[\r\n\u2028]/)
      }),
    )
  })

  test('refuses data of another form', () => {
    expect(() => render('record-issued', 'x')).not.toThrow()
    const frame = { locale: 'en', orgName: 'x', givenName: 'x', urls } as const
    expect(() => renderMail('record-issued', { title: 'x', number: 1, path }, frame)).toThrow()
    expect(() =>
      renderMail('record-issued', { title: 'x', number: '1', path: 'https://evil.example' }, frame),
    ).toThrow()
    expect(() => renderMail('password-changed', { ...link, more: 1 }, frame)).toThrow()
  })
})
