'use client'

import { OUTCOMES, type Outcome, REASON_CODES } from '@gs/domain/reviews'
import { Button, Card, Field, FormError, RadioGroup, Select, Textarea } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { CreditFields, type CreditPack } from '../awards/CreditFields.tsx'
import { creditName, creditsOf } from '../awards/fields.ts'
import { useRefusalWords } from '../list/use-refusal-words.ts'
import { useCommand } from '../organisation/use-command.ts'
import type { CreditAsked } from './review-case.ts'

export interface DecisionFormProps {
  readonly submissionId: string
  readonly kind: 'activity' | 'card'
  /** What was asked for, in thousandths. */
  readonly asked: readonly CreditAsked[]
  readonly packs: readonly CreditPack[]
}

interface Decision {
  readonly outcome: Outcome
  readonly credits: { packId: string; category: string; amount: string }[]
  readonly reasonCode: (typeof REASON_CODES)[number] | null
  readonly note: string | null
}

const decimal = (thousandths: number): string => String(thousandths / 1000)

/** Approve, approve in part, or refuse with a reason. What is decided is never edited. */
export function DecisionForm({ submissionId, kind, asked, packs }: DecisionFormProps) {
  const t = useTranslations('reviews.decision')
  const words = useRefusalWords()
  const router = useRouter()
  const api = useTRPCClient()
  const decision = useRef<Decision>(undefined)
  const [outcome, setOutcome] = useState<string>()
  const command = useCommand(async (key) => {
    if (decision.current) await api.reviews.decide.mutate({ key, submissionId, ...decision.current })
  }, router.refresh)
  const all = asked.map((line) => ({ ...line, amount: decimal(line.amount) }))
  const outcomes = kind === 'card' ? OUTCOMES.filter((each) => each !== 'partly-approved') : OUTCOMES
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = OUTCOMES.find((each) => each === outcome)
    if (!chosen) return
    decision.current = {
      outcome: chosen,
      credits: kind === 'card' || chosen === 'refused' ? [] : chosen === 'approved' ? all : creditsOf(form),
      reasonCode: chosen === 'approved' ? null : (REASON_CODES.find((code) => code === form.get('reasonCode')) ?? null),
      note: String(form.get('note') ?? '').trim() || null,
    }
    void command.run()
  }
  return (
    <Card title={t('title')}>
      <form className="grid gap-5" onSubmit={submit}>
        {command.reason ? <FormError key={command.tries} title={words(command.reason)} /> : null}
        <RadioGroup
          name="outcome"
          legend={t('outcome')}
          required
          look="cards"
          {...(outcome === undefined ? {} : { value: outcome })}
          onValueChange={setOutcome}
          options={outcomes.map((value) => ({
            value,
            label: t(`${kind}.${value}`),
            hint: t(`hints.${value}`),
          }))}
        />
        {kind === 'activity' && outcome === 'partly-approved' && (
          <CreditFields
            packs={packs}
            initial={Object.fromEntries(all.map((line) => [creditName(line.packId, line.category), line.amount]))}
          />
        )}
        {outcome !== undefined && outcome !== 'approved' && (
          <Field id="reasonCode" label={t('reason')} hint={t('reasonHint')} required>
            {(control) => (
              <Select
                {...control}
                name="reasonCode"
                defaultValue=""
                options={[
                  { value: '', label: t('choose'), disabled: true },
                  ...REASON_CODES.map((value) => ({ value, label: t(`reasons.${value}`) })),
                ]}
              />
            )}
          </Field>
        )}
        <Field id="note" label={t('note')} hint={t('noteHint')} optionalLabel={t('optional')}>
          {(control) => <Textarea {...control} name="note" rows={3} maxLength={2000} />}
        </Field>
        <Button
          type="submit"
          variant={outcome === 'refused' ? 'danger' : 'primary'}
          disabled={outcome === undefined}
          pending={command.pending}
          pendingLabel={t('pending')}
        >
          {t('submit')}
        </Button>
      </form>
    </Card>
  )
}
