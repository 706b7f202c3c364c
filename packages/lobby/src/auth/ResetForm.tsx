'use client'

import { Alert, Button, buttonClass, FormError } from '@gs/ui'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { typedIn } from '../forms/typed-in.ts'
import { callAuth } from './call-auth.ts'
import { PasswordField } from './PasswordField.tsx'
import { useAuthForm, useFailureWords } from './use-auth-form.ts'

/** Sets a new password by the token of a mail. */
export function ResetForm({ token }: { readonly token: string }) {
  const t = useTranslations('auth')
  const words = useFailureWords()
  const [done, setDone] = useState(false)
  const form = useAuthForm(
    (fields) => callAuth('reset', { token, password: typedIn(fields, 'password') }),
    () => {
      setDone(true)
      return 'stay'
    },
  )
  if (done)
    return (
      <div className="grid gap-5">
        <Alert tone="success" live title={t('reset.doneTitle')}>
          {t('reset.doneText')}
        </Alert>
        <Link href="/sign-in" className={buttonClass({ variant: 'primary', size: 'lg', block: true })}>
          {t('toSignIn')}
        </Link>
      </div>
    )
  return (
    <form className="grid gap-5" onSubmit={form.onSubmit}>
      {form.failure ? (
        <FormError key={form.tries} title={words(form.failure)}>
          {form.failure.code === 'reset.unusable' ? (
            <Link href="/forgot-password" className="underline underline-offset-3">
              {t('reset.again')}
            </Link>
          ) : null}
        </FormError>
      ) : null}
      <PasswordField id="password" label={t('newPassword')} hint={t('passwordHint')} autoComplete="new-password" />
      <Button type="submit" variant="primary" size="lg" block pending={form.pending} pendingLabel={t('reset.pending')}>
        {t('reset.submit')}
      </Button>
    </form>
  )
}
