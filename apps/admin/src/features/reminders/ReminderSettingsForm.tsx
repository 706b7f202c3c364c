'use client'

import { Alert, Button, Field, FormError, Input, Select } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { useCommand } from '../organisation/use-command.ts'
import { useReasonWords } from '../organisation/use-reason-words.ts'

export interface ReminderSettingsFormProps {
  readonly settings: { readonly ceiling: number; readonly quiet: { readonly from: number; readonly until: number } }
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** The ceiling of a wave and the quiet hours. */
export function ReminderSettingsForm({ settings }: ReminderSettingsFormProps) {
  const t = useTranslations('reminders')
  const words = useReasonWords()
  const api = useTRPCClient()
  const router = useRouter()
  const typed = useRef({ ceiling: settings.ceiling, quietFrom: settings.quiet.from, quietUntil: settings.quiet.until })
  const [saved, setSaved] = useState(false)
  const save = useCommand(
    (key) => api.reminders.configure.mutate({ key, ...typed.current }),
    () => {
      setSaved(true)
      router.refresh()
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const number = (name: string): number => Number(fields.get(name))
    typed.current = { ceiling: number('ceiling'), quietFrom: number('quietFrom'), quietUntil: number('quietUntil') }
    void save.run()
  }
  const hours = HOURS.map((hour) => ({
    value: String(hour),
    label: t('hour', { hour: String(hour).padStart(2, '0') }),
  }))
  return (
    <form className="grid max-w-2xl gap-5" onSubmit={submit} onChange={() => setSaved(false)}>
      {save.reason ? <FormError key={save.tries} title={words(save.reason)} /> : null}
      {saved ? (
        <Alert tone="success" live>
          {t('saved')}
        </Alert>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-3">
        <Field id="ceiling" label={t('ceiling')} required>
          {(control) => (
            <Input {...control} type="number" name="ceiling" min={0} max={1000000} defaultValue={settings.ceiling} />
          )}
        </Field>
        <Field id="quietFrom" label={t('quietFrom')} required>
          {(control) => (
            <Select {...control} name="quietFrom" defaultValue={String(settings.quiet.from)} options={hours} />
          )}
        </Field>
        <Field id="quietUntil" label={t('quietUntil')} required>
          {(control) => (
            <Select {...control} name="quietUntil" defaultValue={String(settings.quiet.until)} options={hours} />
          )}
        </Field>
      </div>
      <p className="max-w-prose text-muted text-sm">
        {t('ceilingHint')} {t('quietHint')}
      </p>
      <div>
        <Button type="submit" variant="primary" pending={save.pending} pendingLabel={t('saving')}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
