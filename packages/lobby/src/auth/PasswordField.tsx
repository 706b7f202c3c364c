'use client'

import { Field, Input, Press } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

export interface PasswordFieldProps {
  readonly id: string
  readonly label: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: string
  readonly error?: string | undefined
}

/** A password, which one may look at; pasting works and nothing is cut off. */
export function PasswordField({ id, label, autoComplete, hint, error }: PasswordFieldProps) {
  const t = useTranslations('auth')
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <Field id={id} label={label} hint={hint} error={error} required>
        {(control) => (
          <Input
            {...control}
            name={id}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Press
        aria-pressed={shown}
        aria-controls={id}
        className="absolute end-0 top-0 min-h-6 rounded px-1 text-accent-ink text-sm underline-offset-3 hover:underline"
        onClick={() => setShown(!shown)}
      >
        {shown ? t('hidePassword') : t('showPassword')}
      </Press>
    </div>
  )
}
