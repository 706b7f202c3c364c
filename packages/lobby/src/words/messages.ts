import type { Locale } from '@gs/ui/locale'
import type { AbstractIntlMessages } from 'next-intl'

/** The bundler's list of the files of a folder. */
export interface MessageFiles {
  (file: string): AbstractIntlMessages
  keys(): string[]
}

declare const require: { context(folder: string, deep: boolean, filter: RegExp): MessageFiles }

/** Every `<locale>/<namespace>.json` of the folders, by namespace; a later folder adds to the words of an earlier one. */
function collect(...folders: readonly MessageFiles[]): (locale: Locale) => AbstractIntlMessages {
  const all = new Map<string, AbstractIntlMessages>()
  for (const files of folders)
    for (const file of files.keys()) {
      const [, locale, namespace] = /([a-z]{2})\/([^/]+)\.json$/.exec(file) ?? []
      if (locale && namespace) all.set(locale, merged(all.get(locale) ?? {}, { [namespace]: files(file) }))
    }
  return (locale) => all.get(locale) ?? {}
}

function merged(below: AbstractIntlMessages, above: AbstractIntlMessages): AbstractIntlMessages {
  const all = { ...below }
  for (const [key, value] of Object.entries(above)) {
    const under = all[key]
    all[key] = typeof under === 'object' && typeof value === 'object' ? merged(under, value) : value
  }
  return all
}

const shared = require.context('./messages', true, /\.json$/)

/** The words of an app over those of the lobby. */
export const collectMessages = (own: MessageFiles): ((locale: Locale) => AbstractIntlMessages) => collect(shared, own)
