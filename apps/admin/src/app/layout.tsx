import '@fontsource-variable/inter'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Messages } from '../i18n/Messages.tsx'
import { ApiProvider } from '../trpc/Provider.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('appName'), template: `%s · ${t('appName')}` }, robots: { index: false } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** Theme of the account's choice, kept in a cookie so that the first paint has it; without one the system's. */
const themeOf = (cookie: string | undefined) => (cookie === 'light' || cookie === 'dark' ? cookie : undefined)

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  return (
    <html lang={locale} data-theme={themeOf(jar.get('gs_theme')?.value)}>
      <body>
        <Messages namespaces={['shell']}>
          <ApiProvider>{children}</ApiProvider>
        </Messages>
      </body>
    </html>
  )
}
