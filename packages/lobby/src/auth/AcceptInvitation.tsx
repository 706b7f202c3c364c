'use client'

import { Alert, Skeleton } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { AcceptForm, type Invitation } from './AcceptForm.tsx'
import { type AuthFailure, callAuth } from './call-auth.ts'
import { useFailureWords } from './use-auth-form.ts'

const UNUSABLE: AuthFailure = { code: 'invitation.unusable', seconds: 0 }

/** Looks an invitation up and lets it be accepted. */
export function AcceptInvitation({ token }: { readonly token: string }) {
  const t = useTranslations('auth.accept')
  const words = useFailureWords()
  const [invitation, setInvitation] = useState<Invitation>()
  // A link that lost its end needs no asking.
  const [failure, setFailure] = useState<AuthFailure | undefined>(token ? undefined : UNUSABLE)
  useEffect(() => {
    if (!token) return
    let left = false
    void callAuth('invitation', { token }).then((answer) => {
      if (left) return
      if (answer.ok) setInvitation(toInvitation(answer.body))
      else setFailure(answer.failure)
    })
    return () => {
      left = true
    }
  }, [token])
  if (failure)
    return (
      <Alert tone="warning" live title={words(failure)}>
        {failure.code === 'invitation.unusable' ? t('unusableText') : null}
      </Alert>
    )
  if (!invitation)
    return (
      <div className="grid gap-4" aria-busy="true">
        <Skeleton className="h-5 w-3/4" />
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </div>
    )
  return <AcceptForm token={token} invitation={invitation} />
}

const toInvitation = (body: Readonly<Record<string, unknown>>): Invitation => ({
  orgName: String(body.orgName),
  email: String(body.email),
  givenName: String(body.givenName),
  familyName: String(body.familyName),
  role: typeof body.role === 'string' ? body.role : undefined,
  hasAccount: body.hasAccount === true,
})
