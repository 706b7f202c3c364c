import { buttonClass } from '@gs/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../../features/auth/AuthFrame.tsx'
import { SignOutForm } from '../../../features/auth/SignOutForm.tsx'
import { signedIn } from '../../../features/auth/signed-in.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signOut.title') }
}

export default async function SignOutPage() {
  const [me, t] = await Promise.all([signedIn(), getTranslations('auth')])
  if (!me)
    return (
      <AuthFrame title={t('signOut.doneTitle')}>
        <Link href="/sign-in" className={buttonClass({ variant: 'primary', size: 'lg', block: true })}>
          {t('toSignIn')}
        </Link>
      </AuthFrame>
    )
  return (
    <AuthFrame title={t('signOut.title')} intro={t('signOut.intro', { name: me.name })}>
      <SignOutForm />
    </AuthFrame>
  )
}
