'use client'

import { Alert, Button, Field, FormError, Select } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../calls/client.ts'
import { typedIn } from '../forms/typed-in.ts'
import { reasonOf, useIntent } from '../forms/use-intent.ts'
import { remember } from '../shell/preferences.ts'
import { useAccountWords } from './account-words.ts'

export interface PreferencesFormProps {
  readonly locale: 'en' | 'es'
  readonly timeZone: string
  readonly zones: readonly string[]
}

/** Language and time zone, for pages and mails. */
export function PreferencesForm({ locale, timeZone, zones }: PreferencesFormProps) {
  const t = useTranslations('account')
  const words = useAccountWords()
  const router = useRouter()
  const trpc = useTRPC()
  const intent = useIntent()
  const [saved, setSaved] = useState(false)
  const change = useMutation(
    trpc.account.setPreferences.mutationOptions({
      onSuccess: (_answer, input) => {
        remember('gs_locale', input.locale)
        intent.renew()
        setSaved(true)
        router.refresh()
      },
      onError: (error) => intent.afterRefusal(reasonOf(error)),
    }),
  )
  return (
    <form
      className="grid max-w-md gap-5"
      onChange={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        change.mutate({
          key: intent.key,
          locale: fields.get('locale') === 'es' ? 'es' : 'en',
          timeZone: typedIn(fields, 'timeZone'),
        })
      }}
    >
      {change.error ? <FormError key={change.submittedAt} title={words(reasonOf(change.error))} /> : null}
      {saved ? (
        <Alert tone="success" live>
          {t('preferences.saved')}
        </Alert>
      ) : null}
      <Field id="locale" label={t('preferences.language')} hint={t('preferences.languageHint')}>
        {(control) => (
          <Select
            {...control}
            name="locale"
            defaultValue={locale}
            options={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
          />
        )}
      </Field>
      <Field id="timeZone" label={t('preferences.timeZone')} hint={t('preferences.timeZoneHint')}>
        {(control) => (
          <Select
            {...control}
            name="timeZone"
            defaultValue={timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={change.isPending} pendingLabel={t('saving')}>
          {t('preferences.save')}
        </Button>
      </div>
    </form>
  )
}
