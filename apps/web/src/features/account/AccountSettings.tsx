import { Card, DescriptionList } from '@gs/ui'
import { getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { load, serverCaller } from '../../server/caller.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { PreferencesForm } from './PreferencesForm.tsx'
import { SessionList } from './SessionList.tsx'

const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** The own account: how one is known here, language and time zone, password, sessions. */
export async function AccountSettings() {
  const api = await serverCaller()
  const [profile, t] = await Promise.all([load(api.account.profile()), getTranslations('account')])
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
        <Card id="password-card" title={t('password.title')} description={t('password.intro')}>
          <PasswordForm email={profile.email} />
        </Card>
        <SessionList timeZone={profile.timeZone} />
      </div>
    </Messages>
  )
}
