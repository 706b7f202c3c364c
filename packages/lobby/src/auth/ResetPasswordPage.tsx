import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { PageAddress } from '../server/page-address.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { ResetForm } from './ResetForm.tsx'

export async function resetPasswordMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('reset.title') }
}

export async function ResetPasswordPage({ searchParams }: PageAddress) {
  const [{ token }, t] = await Promise.all([searchParams, getTranslations('auth')])
  return (
    <AuthFrame title={t('reset.title')} intro={t('reset.intro')}>
      <ResetForm token={typeof token === 'string' ? token : ''} />
    </AuthFrame>
  )
}
