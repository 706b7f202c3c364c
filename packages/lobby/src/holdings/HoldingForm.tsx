'use client'

import { Button, Field, FormError, Input, Select } from '@gs/ui'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { CredentialOption, HoldingInitial } from './types.ts'
import { useHoldingWords } from './use-holding-words.ts'
import type { Sending } from './use-sending.ts'

export interface HoldingFormProps {
  readonly options: readonly CredentialOption[]
  /** Codes that are held already: they cannot be chosen again. */
  readonly held: readonly string[]
  readonly today: string
  readonly initial?: HoldingInitial | undefined
  readonly sending: Sending
  readonly submitLabel: string
  /** Further fields, such as the evidence. */
  readonly children?: ReactNode
}

/** A credential that is held: which one, since when, and the cycle that stands on the certificate. */
export function HoldingForm({ options, held, today, initial, sending, submitLabel, children }: HoldingFormProps) {
  const t = useTranslations('holdings.form')
  const locale = useLocale()
  const words = useHoldingWords()
  const [code, setCode] = useState(initial?.credential ?? '')
  const chosen = options.find((option) => option.code === code)
  const refused = sending.refused && words(sending.refused)
  const wrong = (fieldId: string) => refused?.errors.find((error) => error.fieldId === fieldId)?.message
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void sending.run(new FormData(event.currentTarget))
  }
  return (
    <form className="grid gap-5" onSubmit={submit}>
      {refused ? <FormError key={sending.tries} {...refused} /> : null}
      <Field id="credential" label={t('credential')} error={wrong('credential')} required>
        {(control) => (
          <Select
            {...control}
            name="credential"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            options={[
              { value: '', label: t('choose') },
              ...options.map((option) => ({
                value: option.code,
                label: labelOf(option, locale),
                disabled: held.includes(option.code) && option.code !== initial?.credential,
              })),
            ]}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id="certifiedOn" label={t('certifiedOn')} error={wrong('certifiedOn')} required>
          {(control) => (
            <Input {...control} type="date" name="certifiedOn" max={today} defaultValue={initial?.certifiedOn} />
          )}
        </Field>
        <Field id="number" label={t('number')} optionalLabel={t('optional')} error={wrong('number')}>
          {(control) => (
            <Input {...control} name="number" maxLength={60} autoComplete="off" defaultValue={initial?.number ?? ''} />
          )}
        </Field>
      </div>
      {chosen?.dates === 'none' ? (
        <p className="text-muted text-sm">{t('never')}</p>
      ) : (
        <fieldset className="grid gap-5 sm:grid-cols-2">
          <legend className="mb-1.5 font-medium text-sm">{t('cycle')}</legend>
          <p className="text-muted text-sm sm:col-span-2">
            {chosen?.dates === 'given' ? t('cycleGiven') : t('cycleCounted')}
          </p>
          <Field id="cycleStart" label={t('cycleStart')} optionalLabel={t('optional')} error={wrong('cycleStart')}>
            {(control) => <Input {...control} type="date" name="cycleStart" defaultValue={initial?.cycleStart ?? ''} />}
          </Field>
          <Field
            id="expiresOn"
            label={t('expiresOn')}
            error={wrong('expiresOn')}
            {...(chosen?.dates === 'given' ? { required: true } : { optionalLabel: t('optional') })}
          >
            {(control) => <Input {...control} type="date" name="expiresOn" defaultValue={initial?.expiresOn ?? ''} />}
          </Field>
        </fieldset>
      )}
      {children}
      <Button type="submit" variant="primary" size="lg" pending={sending.pending} pendingLabel={t('pending')}>
        {submitLabel}
      </Button>
    </form>
  )
}

const labelOf = ({ body, code, name }: CredentialOption, locale: string): string =>
  `${body} · ${code} · ${locale === 'es' ? name.es : name.en}`
