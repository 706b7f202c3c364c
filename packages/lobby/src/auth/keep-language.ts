import { remember } from '../shell/preferences.ts'

/** Takes the account's language over for this browser, unless one was chosen here already. */
export function keepLanguage(locale: unknown): void {
  const chosen = document.cookie.split('; ').some((pair) => pair.startsWith('gs_locale='))
  if (!chosen && typeof locale === 'string') remember('gs_locale', locale)
}
