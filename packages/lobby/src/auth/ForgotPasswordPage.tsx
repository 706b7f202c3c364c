import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from './AuthFrame.tsx'
import { ForgotForm } from './ForgotForm.tsx'

export async function forgotPasswordMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('forgot.title') }
}

export async function ForgotPasswordPage() {
  const t = await getTranslations('auth')
  return (
    <AuthFrame
      title={t('forgot.title')}
      intro={t('forgot.intro')}
      aside={
        <Link href="/sign-in" className="inline-block min-h-6 text-accent-ink underline underline-offset-3">
          {t('toSignIn')}
        </Link>
      }
    >
      <ForgotForm />
    </AuthFrame>
  )
}
