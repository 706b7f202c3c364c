import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AcceptInvitation } from '../../../features/auth/AcceptInvitation.tsx'
import { AuthFrame } from '../../../features/auth/AuthFrame.tsx'
import type { PageAddress } from '../../../features/auth/page-address.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('accept.title') }
}

export default async function AcceptInvitationPage({ searchParams }: PageAddress) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations('auth')])
  return (
    <AuthFrame title={t('accept.title')}>
      <AcceptInvitation token={typeof token === 'string' ? token : ''} />
    </AuthFrame>
  )
}
