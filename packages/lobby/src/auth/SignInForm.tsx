'use client'

import { Button, Field, FormError, Input } from '@gs/ui'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { typedIn } from '../forms/typed-in.ts'
import { callWithToken } from './call-auth.ts'
import { keepLanguage } from './keep-language.ts'
import { PasswordField } from './PasswordField.tsx'
import { type AuthBody, useAuthForm, useFailureWords } from './use-auth-form.ts'

/** Address and password. `next`: where one wanted to go. */
export function SignInForm({ next }: { readonly next: string }) {
  const t = useTranslations('auth')
  const words = useFailureWords()
  const enter = (body: AuthBody): 'leave' => {
    keepLanguage(body.locale)
    const choose = Number(body.organisations) > 1
    window.location.assign(choose ? `/choose-organisation?next=${encodeURIComponent(next)}` : next)
    return 'leave'
  }
  const form = useAuthForm(
    (fields) =>
      callWithToken('callback/credentials', {
        email: typedIn(fields, 'email'),
        password: typedIn(fields, 'password'),
      }),
    enter,
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
      <PasswordField id="password" label={t('password')} autoComplete="current-password" />
      <Button type="submit" variant="primary" size="lg" block pending={form.pending} pendingLabel={t('signIn.pending')}>
        {t('signIn.submit')}
      </Button>
      <p className="text-center text-sm">
        <Link href="/forgot-password" className="inline-block min-h-6 text-accent-ink underline underline-offset-3">
          {t('signIn.forgot')}
        </Link>
      </p>
    </form>
  )
}
