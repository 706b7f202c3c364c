import '@fontsource-variable/inter'
import './globals.css'
import { chosenTheme } from '@gs/lobby/shell'
import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Messages } from '../i18n/Messages.tsx'
import { ApiProvider } from '../trpc/Provider.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('appName'), template: `%s · ${t('appName')}` }, robots: { index: false } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), chosenTheme()])
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        {/* In the first bytes: a browser that has read a page without an icon asks for one of its own accord. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <Messages namespaces={['shell']}>
          <ApiProvider>{children}</ApiProvider>
        </Messages>
      </body>
    </html>
  )
}
