import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../../features/auth/AuthFrame.tsx'
import type { PageAddress } from '../../../features/auth/page-address.ts'
import { SignInForm } from '../../../features/auth/SignInForm.tsx'
import { safeNext } from '../../../features/auth/safe-next.ts'
import { signedIn } from '../../../features/auth/signed-in.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signIn.title') }
}

export default async function SignInPage({ searchParams }: PageAddress) {
  const next = safeNext((await searchParams).next)
  if (await signedIn()) redirect(next)
  const t = await getTranslations('auth')
  return (
    <AuthFrame
      title={t('signIn.title')}
      intro={t('signIn.intro')}
      aside={<p className="text-muted">{t('signIn.invited')}</p>}
    >
      <SignInForm next={next} />
    </AuthFrame>
  )
}
