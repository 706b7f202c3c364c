import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { PageAddress } from '../server/page-address.ts'
import { AcceptInvitation } from './AcceptInvitation.tsx'
import { AuthFrame } from './AuthFrame.tsx'

export async function acceptInvitationMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('accept.title') }
}

export async function AcceptInvitationPage({ searchParams }: PageAddress) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations('auth')])
  return (
    <AuthFrame title={t('accept.title')}>
      <AcceptInvitation token={typeof token === 'string' ? token : ''} />
    </AuthFrame>
  )
}
