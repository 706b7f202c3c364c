'use client'

import { Alert, Button, FormError } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { callAuth } from '../auth/call-auth.ts'
import { PasswordField } from '../auth/PasswordField.tsx'
import { useAuthForm, useFailureWords } from '../auth/use-auth-form.ts'
import { typedIn } from '../forms/typed-in.ts'

/** Changes the password of who knows the present one; every other session ends. */
export function PasswordForm({ email }: { readonly email: string }) {
  const t = useTranslations('account.password')
  const words = useFailureWords()
  const router = useRouter()
  const element = useRef<HTMLFormElement>(null)
  const [saved, setSaved] = useState(false)
  const form = useAuthForm(
    (fields) => {
      setSaved(false)
      return callAuth('password', { current: typedIn(fields, 'current'), password: typedIn(fields, 'password') })
    },
    () => {
      element.current?.reset()
      setSaved(true)
      router.refresh()
      return 'stay'
    },
  )
  return (
    <form ref={element} className="grid max-w-md gap-5" onSubmit={form.onSubmit}>
      {form.failure ? <FormError key={form.tries} title={words(form.failure)} /> : null}
      {saved ? (
        <Alert tone="success" live>
          {t('saved')}
        </Alert>
      ) : null}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField id="current" label={t('current')} autoComplete="current-password" />
      <PasswordField id="password" label={t('new')} hint={t('hint')} autoComplete="new-password" />
      <div>
        <Button type="submit" variant="primary" pending={form.pending} pendingLabel={t('pending')}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
