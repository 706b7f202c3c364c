'use client'

import { Button, Field, FormError, Input, RadioGroup, Select, Textarea } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { AskedCredits, type BodyAsked } from './AskedCredits.tsx'
import { activityFields, OUTSIDE_KINDS } from './activity-fields.ts'
import { FileField } from './FileField.tsx'
import { useHandIn } from './use-hand-in.ts'
import { useRefusalWords } from './use-refusal-words.ts'

export interface ActivityFormProps {
  readonly bodies: readonly BodyAsked[]
  /** The latest day on which it can have been completed. */
  readonly today: string
}

/** Hands in a conference, talk or course from outside, with its evidence. */
export function ActivityForm({ bodies, today }: ActivityFormProps) {
  const t = useTranslations('reviews.activity')
  const words = useRefusalWords()
  const api = useTRPCClient()
  const [ask, setAsk] = useState('hours')
  const handIn = useHandIn({
    purpose: 'evidence',
    send: (form, fixed) => api.reviews.handInActivity.mutate({ ...fixed, ...activityFields(form) }),
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
      <Field id="title" label={t('title')} hint={t('titleHint')} required>
        {(control) => <Input {...control} name="title" maxLength={200} />}
      </Field>
      <Field id="provider" label={t('provider')} required>
        {(control) => <Input {...control} name="provider" maxLength={200} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field id="kind" label={t('kind')} required>
          {(control) => (
            <Select
              {...control}
              name="kind"
              options={OUTSIDE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          )}
        </Field>
        <Field id="completedOn" label={t('completedOn')} error={wrong('completedOn')} required>
          {(control) => <Input {...control} type="date" name="completedOn" max={today} />}
        </Field>
      </div>
      <RadioGroup
        name="ask"
        legend={t('ask')}
        value={ask}
        onValueChange={setAsk}
        options={[
          { value: 'hours', label: t('byHours'), hint: t('byHoursHint') },
          { value: 'credits', label: t('byCredits'), hint: t('byCreditsHint') },
        ]}
      />
      {ask === 'hours' ? (
        <Field id="hours" label={t('hours')} error={wrong('hours')} required>
          {(control) => (
            <Input
              {...control}
              name="hours"
              inputMode="decimal"
              pattern="[0-9]{1,3}([.,][0-9]{1,2})?"
              title={t('hoursPattern')}
              autoComplete="off"
              className="sm:max-w-40"
            />
          )}
        </Field>
      ) : (
        <AskedCredits bodies={bodies} />
      )}
      <FileField error={wrong('file')} />
      <Field id="note" label={t('note')} optionalLabel={t('optional')}>
        {(control) => <Textarea {...control} name="note" rows={3} maxLength={2000} />}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={handIn.pending} pendingLabel={t('pending')}>
        {t('submit')}
      </Button>
    </form>
  )
}
