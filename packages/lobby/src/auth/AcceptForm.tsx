'use client'

import { STAFF_ROLES } from '@gs/domain/organizations'
import { Button, Field, FormError, Input } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { typedIn } from '../forms/typed-in.ts'
import { callAuth } from './call-auth.ts'
import { PasswordField } from './PasswordField.tsx'
import { useAuthForm, useFailureWords } from './use-auth-form.ts'

export interface Invitation {
  readonly orgName: string
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly role: string | undefined
  /** The address has an account: its password is asked for, else a new one. */
  readonly hasAccount: boolean
}

/** Name and password of who accepts. */
export function AcceptForm({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const t = useTranslations('auth')
  const words = useFailureWords()
  const role = STAFF_ROLES.find((one) => one === invitation.role)
  const form = useAuthForm(
    (fields) =>
      callAuth('accept', {
        token,
        password: typedIn(fields, 'password'),
        givenName: typedIn(fields, 'givenName'),
        familyName: typedIn(fields, 'familyName'),
      }),
    (body) => {
      window.location.assign(body.signedIn ? '/' : '/sign-in')
      return 'leave'
    },
  )
  return (
    <form className="grid gap-5" onSubmit={form.onSubmit}>
      <p>
        {t('accept.joining', { organisation: invitation.orgName, email: invitation.email })}{' '}
        {role ? t('accept.role', { role: t(`roles.${role}`) }) : null}
      </p>
      {form.failure ? <FormError key={form.tries} title={words(form.failure)} /> : null}
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id="givenName" label={t('givenName')} required>
          {(control) => (
            <Input
              {...control}
              name="givenName"
              defaultValue={invitation.givenName}
              autoComplete="given-name"
              maxLength={100}
            />
          )}
        </Field>
        <Field id="familyName" label={t('familyName')} required>
          {(control) => (
            <Input
              {...control}
              name="familyName"
              defaultValue={invitation.familyName}
              autoComplete="family-name"
              maxLength={100}
            />
          )}
        </Field>
      </div>
      {invitation.hasAccount ? (
        <PasswordField
          id="password"
          label={t('password')}
          hint={t('accept.presentHint')}
          autoComplete="current-password"
        />
      ) : (
        <PasswordField id="password" label={t('newPassword')} hint={t('passwordHint')} autoComplete="new-password" />
      )}
      <Button type="submit" variant="primary" size="lg" block pending={form.pending} pendingLabel={t('accept.pending')}>
        {t('accept.submit')}
      </Button>
    </form>
  )
}
