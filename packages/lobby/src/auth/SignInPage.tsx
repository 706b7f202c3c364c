import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { PageAddress } from '../server/page-address.ts'
import type { SharedCaller } from '../server/shared-caller.ts'
import { AuthFrame } from './AuthFrame.tsx'
import { SignInForm } from './SignInForm.tsx'
import { safeNext } from './safe-next.ts'
import { signedIn } from './signed-in.ts'

export async function signInMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signIn.title') }
}

export interface SignInPageProps extends PageAddress {
  readonly api: SharedCaller
  /** Below the card: what the app shows without signing in. */
  readonly aside?: ReactNode
}

export async function SignInPage({ api, searchParams, aside }: SignInPageProps) {
  const next = safeNext((await searchParams).next)
  if (await signedIn(api)) redirect(next)
  const t = await getTranslations('auth')
  return (
    <AuthFrame
      title={t('signIn.title')}
      intro={t('signIn.intro')}
      aside={
        <>
          <p className="text-muted">{t('signIn.invited')}</p>
          {aside}
        </>
      }
    >
      <SignInForm next={next} />
    </AuthFrame>
  )
}
