import { PageHeader, TabLinks } from '@gs/ui'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Messages } from '../../i18n/Messages.tsx'
import { load, serverCaller } from '../../server/caller.ts'

const TABS = [
  { name: 'people', href: '/settings', needs: 'people.manage' },
  { name: 'units', href: '/settings/units', needs: 'people.manage' },
  { name: 'invitations', href: '/settings/invitations', needs: 'people.manage' },
  { name: 'sessions', href: '/settings/sessions', needs: 'people.manage' },
  { name: 'mail', href: '/settings/mail', needs: 'mail.read' },
  { name: 'reminders', href: '/settings/reminders', needs: 'reminders.release' },
  { name: 'account', href: '/settings/account', needs: undefined },
] as const

export interface SettingsFrameProps {
  readonly current: (typeof TABS)[number]['name']
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Head and views of the settings, those that are open to this person. */
export async function SettingsFrame({ current, actions, children }: SettingsFrameProps) {
  const api = await serverCaller()
  const [me, t] = await Promise.all([load(api.session.me()), getTranslations('organisation')])
  const open = TABS.filter(({ needs }) => needs === undefined || me.permissions.includes(needs))
  return (
    <>
      <PageHeader title={t('title')} description={t(`intro.${current}`)} actions={actions} className="mb-4" />
      {open.length > 1 ? (
        <TabLinks
          className="mb-6"
          label={t('title')}
          items={open.map(({ name, href }) => ({ href, label: t(`tabs.${name}`), current: name === current }))}
        />
      ) : null}
      <Messages namespaces={['organisation', 'shell']}>{children}</Messages>
    </>
  )
}
