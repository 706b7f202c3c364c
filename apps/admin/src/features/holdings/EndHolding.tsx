'use client'

import { typedIn } from '@gs/lobby/forms'
import { NotSent, useHoldingWords, useSending } from '@gs/lobby/holdings'
import { Button, Disclosure, Field, FormError, Input, Textarea } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'

export interface EndHoldingProps {
  readonly holdingId: string
  readonly today: string
}

/** Ends a holding from a day on, with the reason; what was earned and every day before stay. */
export function EndHolding({ holdingId, today }: EndHoldingProps) {
  const t = useTranslations('credentials')
  const words = useHoldingWords()
  const { refresh } = useRouter()
  const client = useTRPCClient()
  const ids = { on: `on-${holdingId}`, reason: `reason-${holdingId}` }
  const end = useSending(async (form, key) => {
    const on = typedIn(form, 'on')
    const reason = typedIn(form, 'reason').trim()
    if (on === '') throw new NotSent({ code: 'day.missing', field: 'on' })
    if (reason === '') throw new NotSent({ code: 'reason.missing', field: 'reason' })
    await client.holdings.end.mutate({ key, holdingId, on, reason })
  }, refresh)
  const { refused, tries, pending, run } = end
  const said = refused && words(refused)
  const wrong = (field: 'on' | 'reason') => said?.errors.find(({ fieldId }) => fieldId === field)?.message
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void run(new FormData(event.currentTarget))
  }
  return (
    <Disclosure summary={t('end')}>
      <form className="grid max-w-xl gap-3" onSubmit={submit}>
        {said ? (
          <FormError
            key={tries}
            title={said.title}
            errors={said.errors.map(({ fieldId, message }) => ({ fieldId: `${fieldId}-${holdingId}`, message }))}
          />
        ) : null}
        <p className="text-muted text-sm">{t('endHint')}</p>
        <Field id={ids.on} label={t('endOn')} error={wrong('on')} required>
          {(control) => <Input {...control} type="date" name="on" max={today} defaultValue={today} />}
        </Field>
        <Field id={ids.reason} label={t('reason')} error={wrong('reason')} required>
          {(control) => <Textarea {...control} name="reason" maxLength={500} rows={2} />}
        </Field>
        <div>
          <Button type="submit" variant="danger" size="sm" pending={pending}>
            {t('endNow')}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
