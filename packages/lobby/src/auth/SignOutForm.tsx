'use client'

import { Alert, Button } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { callWithToken } from './call-auth.ts'
import { useAuthForm, useFailureWords } from './use-auth-form.ts'

/** Ends this session. */
export function SignOutForm() {
  const t = useTranslations('auth.signOut')
  const words = useFailureWords()
  const form = useAuthForm(
    () => callWithToken('signout', {}),
    () => {
      window.location.assign('/sign-in')
      return 'leave'
    },
  )
  return (
    <form className="grid gap-5" onSubmit={form.onSubmit}>
      {form.failure ? (
        <Alert key={form.tries} tone="danger" live>
          {words(form.failure)}
        </Alert>
      ) : null}
      <Button type="submit" variant="primary" size="lg" block pending={form.pending} pendingLabel={t('pending')}>
        {t('submit')}
      </Button>
    </form>
  )
}
