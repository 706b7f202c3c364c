import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** What every page's client components may use; others are named where they are needed, to keep pages small. */
const EVERYWHERE = ['common', 'errors']

/** Gives the client components inside the messages of these namespaces (beside `common` and `errors`), and no others. */
export async function Messages({ namespaces = [], children }: { namespaces?: readonly string[]; children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()])
  const wanted = new Set([...EVERYWHERE, ...namespaces])
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={Object.fromEntries(Object.entries(messages).filter(([name]) => wanted.has(name)))}
      timeZone="UTC"
    >
      {children}
    </NextIntlClientProvider>
  )
}
