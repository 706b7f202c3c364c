'use client'

import { Alert, Button, Field, FormError, Input } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { typedIn } from '../forms/typed-in.ts'
import { callAuth } from './call-auth.ts'
import { useAuthForm, useFailureWords } from './use-auth-form.ts'

/** Asks for a reset mail. What is answered is the same whether the address is known or not. */
export function ForgotForm() {
  const t = useTranslations('auth')
  const words = useFailureWords()
  const [asked, setAsked] = useState(false)
  const form = useAuthForm(
    (fields) => callAuth('forgot', { email: typedIn(fields, 'email') }),
    () => {
      setAsked(true)
      return 'stay'
    },
  )
  if (asked)
    return (
      <Alert tone="success" live title={t('forgot.doneTitle')}>
        {t('forgot.doneText')}
      </Alert>
    )
  return (
    <form className="grid gap-5" onSubmit={form.onSubmit}>
      {form.failure ? <FormError key={form.tries} title={words(form.failure)} /> : null}
      <Field id="email" label={t('email')} required>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" block pending={form.pending} pendingLabel={t('forgot.pending')}>
        {t('forgot.submit')}
      </Button>
    </form>
  )
}
