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
      <body>
        <Messages namespaces={['shell']}>
          <ApiProvider>{children}</ApiProvider>
        </Messages>
      </body>
    </html>
  )
}
