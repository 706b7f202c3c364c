import { AccountMenu, Brand, chosenTheme, OrganisationSwitcher, ShellLink } from '@gs/lobby/shell'
import { PortalShell, ShellBanner } from '@gs/ui/blocks'
import { Award, BookOpen, CalendarRange, CircleGauge, ReceiptText, RefreshCw } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { load, serverCaller } from '../../server/caller.ts'

const NAVIGATION = [
  { href: '/', name: 'standing', icon: <CircleGauge /> },
  { href: '/plan', name: 'plan', icon: <CalendarRange /> },
  { href: '/learn', name: 'learn', icon: <BookOpen /> },
  { href: '/credits', name: 'credits', icon: <ReceiptText /> },
  { href: '/records', name: 'records', icon: <Award /> },
  { href: '/renew', name: 'renew', icon: <RefreshCw /> },
] as const

/** The frame of every signed-in page; whoever is not signed in is sent to the sign-in page. */
export async function Shell({ children }: { children: ReactNode }) {
  const api = await serverCaller()
  const [me, theme, t] = await Promise.all([load(api.session.me()), chosenTheme(), getTranslations('shell')])
  return (
    <PortalShell
      brand={<Brand linkAs={ShellLink} />}
      nav={NAVIGATION.map(({ href, name, icon }) => ({ href, icon, label: t(`nav.${name}`) }))}
      navLabel={t('nav.label')}
      skipLabel={t('skip')}
      linkAs={ShellLink}
      switcher={<OrganisationSwitcher current={me.organisation.id} organisations={me.organisations} />}
      account={<AccountMenu name={me.name} theme={theme} settings="/settings" linkAs={ShellLink} />}
      banner={me.organisation.isDemo ? <ShellBanner>{t('demo', { name: me.organisation.name })}</ShellBanner> : null}
    >
      {children}
    </PortalShell>
  )
}
