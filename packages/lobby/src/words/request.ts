import { type Locale, negotiateLocale } from '@gs/ui/locale'
import { cookies, headers } from 'next/headers'
import type { AbstractIntlMessages } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'

/** Language of the account (kept in a cookie at sign-in and in the settings), else of the browser. */
export const requestConfig = (messagesIn: (locale: Locale) => AbstractIntlMessages) =>
  getRequestConfig(async () => {
    const [jar, head] = await Promise.all([cookies(), headers()])
    const locale = negotiateLocale(jar.get('gs_locale')?.value, head.get('accept-language'))
    return { locale, messages: messagesIn(locale), timeZone: 'UTC' }
  })
