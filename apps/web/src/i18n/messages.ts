import type { Locale } from '@gs/ui/locale'
import type { AbstractIntlMessages } from 'next-intl'

/** The bundler's list of the files of a folder. */
interface FileContext {
  (file: string): AbstractIntlMessages
  keys(): string[]
}

declare const require: { context(folder: string, deep: boolean, filter: RegExp): FileContext }

const files = require.context('./messages', true, /\.json$/)

/** Every `messages/<locale>/<namespace>.json`, by namespace: adding a namespace is adding two files. */
const all = new Map<string, AbstractIntlMessages>()
for (const file of files.keys()) {
  const [, locale, namespace] = /([a-z]{2})\/([^/]+)\.json$/.exec(file) ?? []
  if (locale && namespace) all.set(locale, { ...all.get(locale), [namespace]: files(file) })
}

export const messagesIn = (locale: Locale): AbstractIntlMessages => all.get(locale) ?? {}
