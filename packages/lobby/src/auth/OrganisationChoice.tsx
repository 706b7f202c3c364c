'use client'

import { Alert, Press } from '@gs/ui'
import { Building2, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type AuthFailure, callAuth } from './call-auth.ts'
import { useFailureWords } from './use-auth-form.ts'

export interface OrganisationChoiceProps {
  readonly current: string
  readonly organisations: readonly { readonly orgId: string; readonly name: string }[]
  readonly next: string
}

/** The organisations of an account, one to go on in. */
export function OrganisationChoice({ current, organisations, next }: OrganisationChoiceProps) {
  const t = useTranslations('auth.choose')
  const words = useFailureWords()
  const [failure, setFailure] = useState<AuthFailure>()
  const [pending, setPending] = useState(false)
  const choose = async (orgId: string): Promise<void> => {
    setPending(true)
    const answer = orgId === current ? undefined : await callAuth('switch', { orgId })
    // What was asked for belongs to the organisation used last; in another it may not exist.
    if (!answer) window.location.assign(next)
    else if (answer.ok) window.location.assign('/')
    else {
      setFailure(answer.failure)
      setPending(false)
    }
  }
  return (
    <div className="grid gap-3">
      {failure ? (
        <Alert tone="danger" live>
          {words(failure)}
        </Alert>
      ) : null}
      <ul className="grid gap-2">
        {organisations.map((one) => (
          <li key={one.orgId}>
            <Press
              disabled={pending}
              className="flex min-h-14 w-full items-center gap-3 rounded-xl border border-line px-4 text-start hover:border-line-strong hover:bg-sunken disabled:opacity-60"
              onClick={() => void choose(one.orgId)}
            >
              <Building2 aria-hidden className="size-5 shrink-0 text-muted" />
              <span className="min-w-0 flex-1 break-words font-medium">{one.name}</span>
              {one.orgId === current ? <span className="text-muted text-sm">{t('current')}</span> : null}
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:rotate-180" />
            </Press>
          </li>
        ))}
      </ul>
    </div>
  )
}
