'use client'

import { Button, Checkbox, Field, FormError, Input, Select } from '@gs/ui'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { FileField } from './FileField.tsx'
import { useHandIn } from './use-hand-in.ts'
import { useRefusalWords } from './use-refusal-words.ts'

export interface CardFormProps {
  readonly types: readonly { readonly value: string; readonly label: string }[]
  /** Issuers that the rules name; others may be typed. */
  readonly issuers: readonly string[]
  readonly today: string
}

/** Hands in a renewed card such as CPR/AED. */
export function CardForm({ types, issuers, today }: CardFormProps) {
  const t = useTranslations('reviews.card')
  const words = useRefusalWords()
  const api = useTRPCClient()
  const handIn = useHandIn({
    purpose: 'card',
    send: (form, fixed) =>
      api.reviews.handInCard.mutate({
        ...fixed,
        type: String(form.get('type')),
        issuer: String(form.get('issuer')),
        issuedOn: String(form.get('issuedOn')),
        validThrough: String(form.get('validThrough') ?? '') || null,
        handsOn: form.has('handsOn'),
      }),
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void handIn.run(new FormData(event.currentTarget))
  }
  const refused = handIn.reason === undefined ? undefined : words(handIn.reason)
  const wrong = (fieldId: string) => refused?.errors.find((error) => error.fieldId === fieldId)?.message
  return (
    <form className="grid gap-5" onSubmit={submit}>
      {refused ? <FormError key={handIn.tries} {...refused} /> : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id="type" label={t('type')} error={wrong('type')} required>
          {(control) => <Select {...control} name="type" options={types} />}
        </Field>
        <Field id="issuer" label={t('issuer')} hint={t('issuerHint')} required>
          {(control) => <Input {...control} name="issuer" list="issuers" maxLength={120} autoComplete="off" />}
        </Field>
        <Field id="issuedOn" label={t('issuedOn')} error={wrong('completedOn')} required>
          {(control) => <Input {...control} type="date" name="issuedOn" max={today} />}
        </Field>
        <Field
          id="validThrough"
          label={t('validThrough')}
          hint={t('validHint')}
          error={wrong('validThrough')}
          optionalLabel={t('optional')}
        >
          {(control) => <Input {...control} type="date" name="validThrough" />}
        </Field>
      </div>
      <datalist id="issuers">
        {issuers.map((issuer) => (
          <option key={issuer} value={issuer} />
        ))}
      </datalist>
      <Checkbox name="handsOn" label={t('handsOn')} hint={t('handsOnHint')} />
      <FileField error={wrong('file')} />
      <Button type="submit" variant="primary" size="lg" pending={handIn.pending} pendingLabel={t('pending')}>
        {t('submit')}
      </Button>
    </form>
  )
}
