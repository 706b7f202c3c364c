import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { load } from '../server/load.ts'
import type { PageAddress } from '../server/page-address.ts'
import type { SharedCaller } from '../server/shared-caller.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { OrganisationChoice } from './OrganisationChoice.tsx'
import { safeNext } from './safe-next.ts'

export async function chooseOrganisationMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('choose.title') }
}

export async function ChooseOrganisationPage({ api, searchParams }: PageAddress & { readonly api: SharedCaller }) {
  const [me, { next }, t] = await Promise.all([load(api.session.me()), searchParams, getTranslations('auth')])
  return (
    <AuthFrame title={t('choose.title')} intro={t('choose.intro')}>
      <OrganisationChoice current={me.organisation.id} organisations={me.organisations} next={safeNext(next)} />
    </AuthFrame>
  )
}
