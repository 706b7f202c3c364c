'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import type { AuthAnswer, AuthFailure } from './call-auth.ts'

export interface AuthForm {
  readonly pending: boolean
  readonly failure: AuthFailure | undefined
  /** Grows with every failure, so that the same one is announced again. */
  readonly tries: number
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** One form of the sign-in family: sends once at a time, keeps what was typed, remembers why it failed. */
export function useAuthForm(
  send: (fields: FormData) => Promise<AuthAnswer>,
  done: (body: AuthBody) => 'leave' | 'stay',
): AuthForm {
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<AuthFailure>()
  const [tries, setTries] = useState(0)
  const busy = useRef(false)
  const submit = async (fields: FormData): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    const answer = await send(fields)
    busy.current = false
    if (answer.ok) {
      setFailure(undefined)
      // Pages that are left stay pending until the next one is there.
      if (done(answer.body) === 'stay') setPending(false)
      return
    }
    setPending(false)
    setFailure(answer.failure)
    setTries((count) => count + 1)
  }
  return {
    pending,
    failure,
    tries,
    onSubmit: (event) => {
      event.preventDefault()
      void submit(new FormData(event.currentTarget))
    },
  }
}

export type AuthBody = Readonly<Record<string, unknown>>

const KNOWN = [
  'sign-in.refused',
  'sign-in.no-role',
  'session.none',
  'limit.reached',
  'reset.unusable',
  'invitation.unusable',
  'password.short',
  'password.long',
  'password.common',
  'password.context',
  'password.wrong',
  'name.missing',
  'csrf.wrong',
  'busy',
  'network',
] as const

/** A failure in words. */
export function useFailureWords(): (failure: AuthFailure) => string {
  const t = useTranslations('auth.errors')
  return ({ code, seconds }) => {
    const known = KNOWN.find((one) => one === code)
    return known ? t(known, { seconds }) : t('unknown')
  }
}
