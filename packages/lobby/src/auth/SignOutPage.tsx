import { buttonClass } from '@gs/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { SharedCaller } from '../server/shared-caller.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { SignOutForm } from './SignOutForm.tsx'
import { signedIn } from './signed-in.ts'

export async function signOutMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signOut.title') }
}

export async function SignOutPage({ api }: { readonly api: SharedCaller }) {
  const [me, t] = await Promise.all([signedIn(api), getTranslations('auth')])
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
