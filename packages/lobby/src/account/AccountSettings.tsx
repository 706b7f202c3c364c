import { Card, DescriptionList } from '@gs/ui'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { load } from '../server/load.ts'
import type { SharedCaller } from '../server/shared-caller.ts'
import { Messages } from '../words/Messages.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { PreferencesForm } from './PreferencesForm.tsx'
import { SessionList } from './SessionList.tsx'

const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

export interface AccountSettingsProps {
  readonly api: SharedCaller
  /** What one app has to set beside, below language and time zone. */
  readonly children?: ReactNode
}

/** The own account: how one is known here, language and time zone, password, sessions. */
export async function AccountSettings({ api, children }: AccountSettingsProps) {
  const [profile, sessions, t] = await Promise.all([
    load(api.account.profile()),
    load(api.account.sessions()),
    getTranslations('account'),
  ])
  return (
    <Messages namespaces={['account', 'auth', 'shell']}>
      <div className="grid gap-6">
        <Card id="profile" title={t('profile.title')} description={t('profile.intro')}>
          <DescriptionList
            items={[
              { term: t('profile.name'), detail: `${profile.givenName} ${profile.familyName}` },
              { term: t('profile.email'), detail: profile.email },
              { term: t('profile.unit'), detail: profile.unitName },
            ]}
          />
        </Card>
        <Card id="preferences" title={t('preferences.title')}>
          <PreferencesForm locale={profile.locale} timeZone={profile.timeZone} zones={zones()} />
        </Card>
        {children}
        <Card id="password-card" title={t('password.title')} description={t('password.intro')}>
          <PasswordForm email={profile.email} />
        </Card>
        <SessionList sessions={sessions} timeZone={profile.timeZone} />
      </div>
    </Messages>
  )
}
