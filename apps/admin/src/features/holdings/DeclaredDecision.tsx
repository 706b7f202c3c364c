'use client'

import { typedIn } from '@gs/lobby/forms'
import { NotSent, useHoldingWords, useSending } from '@gs/lobby/holdings'
import { Button, Disclosure, Field, FormError, Textarea } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'

export interface DeclaredDecisionProps {
  readonly holdingId: string
  readonly credential: string
}

/** Confirms what a trainer declared in one step, or refuses it with the reason that the trainer reads. */
export function DeclaredDecision({ holdingId, credential }: DeclaredDecisionProps) {
  const t = useTranslations('credentials')
  const words = useHoldingWords()
  const { refresh } = useRouter()
  const client = useTRPCClient()
  const confirm = useSending((_, key) => client.holdings.confirm.mutate({ key, holdingId }), refresh)
  const refuse = useSending(async (form, key) => {
    const reason = typedIn(form, 'reason').trim()
    if (reason === '') throw new NotSent({ code: 'reason.missing', field: `reason-${holdingId}` })
    await client.holdings.refuse.mutate({ key, holdingId, reason })
  }, refresh)
  const failed = confirm.refused ?? refuse.refused
  const said = failed && words(failed)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void refuse.run(new FormData(event.currentTarget))
  }
  return (
    <div className="grid gap-3">
      {said ? <FormError key={confirm.tries + refuse.tries} {...said} /> : null}
      <div>
        <Button
          variant="primary"
          size="sm"
          pending={confirm.pending}
          aria-label={t('confirmOf', { credential })}
          onClick={() => void confirm.run(new FormData())}
        >
          {t('confirm')}
        </Button>
      </div>
      <Disclosure summary={t('refuse')}>
        <form className="grid gap-3" onSubmit={submit}>
          <Field
            id={`reason-${holdingId}`}
            label={t('reason')}
            hint={t('reasonHint')}
            error={said?.errors.find(({ fieldId }) => fieldId === `reason-${holdingId}`)?.message}
            required
          >
            {(control) => <Textarea {...control} name="reason" maxLength={500} rows={2} />}
          </Field>
          <div>
            <Button type="submit" variant="danger" size="sm" pending={refuse.pending}>
              {t('refuseNow')}
            </Button>
          </div>
        </form>
      </Disclosure>
    </div>
  )
}
