'use client'

import { Press } from '@gs/ui'
import { LOCALES } from '@gs/ui/locale'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { remember } from '../shell/preferences.ts'

/** The languages, for whoever is not signed in yet. */
export function LanguageChoice() {
  const t = useTranslations('shell')
  const router = useRouter()
  const chosen = useLocale()
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t('language')}</legend>
      {LOCALES.map((locale) => (
        <Press
          key={locale}
          lang={locale}
          aria-pressed={locale === chosen}
          className="min-h-11 rounded-lg px-3 text-muted text-sm hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
          onClick={() => {
            remember('gs_locale', locale)
            router.refresh()
          }}
        >
          {t(`languages.${locale}`)}
        </Press>
      ))}
    </fieldset>
  )
}
