import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../../features/auth/AuthFrame.tsx'
import type { PageAddress } from '../../../features/auth/page-address.ts'
import { ResetForm } from '../../../features/auth/ResetForm.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('reset.title') }
}

export default async function ResetPasswordPage({ searchParams }: PageAddress) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations('auth')])
  return (
    <AuthFrame title={t('reset.title')} intro={t('reset.intro')}>
      <ResetForm token={typeof token === 'string' ? token : ''} />
    </AuthFrame>
  )
}
