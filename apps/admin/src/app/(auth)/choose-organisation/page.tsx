import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../../features/auth/AuthFrame.tsx'
import { OrganisationChoice } from '../../../features/auth/OrganisationChoice.tsx'
import type { PageAddress } from '../../../features/auth/page-address.ts'
import { safeNext } from '../../../features/auth/safe-next.ts'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('choose.title') }
}

export default async function ChooseOrganisationPage({ searchParams }: PageAddress) {
  const api = await serverCaller()
  const [me, { next }, t] = await Promise.all([load(api.session.me()), searchParams, getTranslations('auth')])
  return (
    <AuthFrame title={t('choose.title')} intro={t('choose.intro')}>
      <OrganisationChoice current={me.organisation.id} organisations={me.organisations} next={safeNext(next)} />
    </AuthFrame>
  )
}
