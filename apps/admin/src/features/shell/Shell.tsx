import { AccountMenu, Brand, chosenTheme, OrganisationSwitcher, ShellLink } from '@gs/lobby/shell'
import { ConsoleShell, ShellBanner } from '@gs/ui/blocks'
import {
  Activity,
  BadgeCheck,
  BookOpen,
  ClipboardCheck,
  LayoutDashboard,
  ReceiptText,
  RefreshCw,
  Route,
  ScrollText,
  Settings,
  Users,
} from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { load, serverCaller } from '../../server/caller.ts'
import { NAVIGATION, type NavigationEntry } from './navigation.ts'

const ICONS: Readonly<Record<NavigationEntry['name'], ReactNode>> = {
  planning: <Route />,
  people: <Users />,
  awards: <BadgeCheck />,
  reviews: <ClipboardCheck />,
  renewals: <RefreshCw />,
  courses: <BookOpen />,
  packs: <ScrollText />,
  compliance: <LayoutDashboard />,
  activity: <Activity />,
  ledger: <ReceiptText />,
  settings: <Settings />,
}

/** The frame of every signed-in page, with the rooms that this person may enter. */
export async function Shell({ children }: { children: ReactNode }) {
  const api = await serverCaller()
  const [me, theme, t] = await Promise.all([load(api.session.me()), chosenTheme(), getTranslations('shell')])
  const open = NAVIGATION.filter(({ needs }) => me.permissions.includes(needs))
  return (
    <ConsoleShell
      brand={<Brand />}
      nav={[
        { id: 'rooms', items: open.map(({ href, name }) => ({ href, icon: ICONS[name], label: t(`nav.${name}`) })) },
      ]}
      navLabel={t('nav.label')}
      skipLabel={t('skip')}
      menuLabel={t('menu')}
      closeLabel={t('close')}
      linkAs={ShellLink}
      switcher={<OrganisationSwitcher current={me.organisation.id} organisations={me.organisations} />}
      account={<AccountMenu name={me.name} theme={theme} settings="/settings/account" />}
      banner={me.organisation.isDemo ? <ShellBanner>{t('demo', { name: me.organisation.name })}</ShellBanner> : null}
    >
      {children}
    </ConsoleShell>
  )
}
