'use client'

import type { LinkAs } from '@gs/ui'
import { LOCALES } from '@gs/ui/locale'
import { Avatar, Menu, type MenuItem } from '@gs/ui/primitives'
import { Check, LogOut, Settings } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { signOut } from './post-auth.ts'
import { remember } from './preferences.ts'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

export interface AccountMenuProps {
  readonly name: string
  readonly theme: Theme
  /** Where the own account is. */
  readonly settings: string
  readonly linkAs?: LinkAs
}

/** Who is signed in; appearance, language, settings, and the way out. */
export function AccountMenu({ name, theme, settings, linkAs }: AccountMenuProps) {
  const t = useTranslations('shell')
  const router = useRouter()
  const chosen = useLocale()
  const tick = (on: boolean) => (on ? <Check /> : <span className="size-4" />)
  const pick = (cookie: 'gs_theme' | 'gs_locale', value: string) => () => {
    remember(cookie, value)
    router.refresh()
  }
  const items: MenuItem[] = [
    { id: 'settings', label: t('nav.settings'), icon: <Settings />, href: settings },
    ...THEMES.map((each, index) => ({
      id: each,
      label: t(`theme.${each}`),
      icon: tick(each === theme),
      current: each === theme,
      separated: index === 0,
      onSelect: pick('gs_theme', each === 'system' ? '' : each),
    })),
    ...LOCALES.map((locale, index) => ({
      id: locale,
      label: <span lang={locale}>{t(`languages.${locale}`)}</span>,
      icon: tick(locale === chosen),
      current: locale === chosen,
      separated: index === 0,
      onSelect: pick('gs_locale', locale),
    })),
    { id: 'sign-out', label: t('signOut'), icon: <LogOut />, separated: true, onSelect: () => void signOut() },
  ]
  return (
    <Menu
      label={t('account')}
      trigger={<Avatar name={name} size="sm" />}
      triggerClassName="flex size-11 items-center justify-center rounded-full hover:bg-sunken"
      header={name}
      items={items}
      linkAs={linkAs}
    />
  )
}
