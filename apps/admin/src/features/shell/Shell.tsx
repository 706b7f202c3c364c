import { AccountMenu, Brand, chosenTheme, OrganisationSwitcher, SoftLinks } from '@gs/lobby/shell'
import { ConsoleShell, ShellBanner } from '@gs/ui/blocks'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { load, serverCaller } from '../../server/caller.ts'
import { NAVIGATION } from './navigation.ts'
import { Rooms } from './Rooms.tsx'

/** The frame of every signed-in page, with the rooms that this person may enter. */
export async function Shell({ children }: { children: ReactNode }) {
  const api = await serverCaller()
  const [me, theme, t] = await Promise.all([load(api.session.me()), chosenTheme(), getTranslations('shell')])
  const rows = NAVIGATION.filter(({ needs }) => me.permissions.includes(needs)).map(({ href, name }) => ({
    href,
    label: t(`nav.${name}`),
    mark: `room-${name}`,
  }))
  return (
    <ConsoleShell
      brand={<Brand />}
      nav={<Rooms label={t('nav.label')} rows={rows} />}
      navLabel={t('nav.label')}
      skipLabel={t('skip')}
      menuLabel={t('menu')}
      closeLabel={t('close')}
      switcher={<OrganisationSwitcher current={me.organisation.id} organisations={me.organisations} />}
      account={<AccountMenu name={me.name} theme={theme} settings="/settings/account" />}
      banner={me.organisation.isDemo ? <ShellBanner>{t('demo', { name: me.organisation.name })}</ShellBanner> : null}
    >
      <SoftLinks />
      {children}
    </ConsoleShell>
  )
}
