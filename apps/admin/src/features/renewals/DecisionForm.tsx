'use client'

import type { RenewalRefusal } from '@gs/domain/credentials'
import { Button, Disclosure, Field, FormError, RadioGroup, Textarea } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { useCommand } from '../organisation/use-command.ts'

interface DecisionFormProps {
  readonly renewalId: string
  /** What approving would open, in words; nothing where it cannot be approved. */
  readonly approval: string | null
  readonly reasons: readonly RenewalRefusal[]
}

const KNOWN = [
  'renewal.decided',
  'renewal.not-possible',
  'renewal.next-cycle-unknown',
  'renewal.unknown',
  'allocation.overspent',
  'decision.own',
  'decision.note-missing',
  'network',
] as const

/** Approve in one step, or refuse with a reason; what was typed stays through an error. */
export function DecisionForm({ renewalId, approval, reasons }: DecisionFormProps) {
  const t = useTranslations('renewals')
  const { refresh } = useRouter()
  const client = useTRPCClient()
  const [note, setNote] = useState('')
  const [reason, setReason] = useState<RenewalRefusal>()
  const typed = note.trim() === '' ? null : note.trim()
  const approve = useCommand((key) => client.renewals.approve.mutate({ key, renewalId, note: typed }), refresh)
  const refuse = useCommand(async (key) => {
    if (reason) await client.renewals.refuse.mutate({ key, renewalId, reasonCode: reason, note: typed })
  }, refresh)
  const [asked, setAsked] = useState(false)
  const failed = approve.reason ?? refuse.reason
  const words = (code: string): string => t(`errors.${KNOWN.find((each) => each === code) ?? 'unknown'}`)
  return (
    <div className="grid gap-5">
      {failed ? (
        <FormError key={approve.tries + refuse.tries} title={t('decision.failed')}>
          {words(failed)}
        </FormError>
      ) : null}
      <Field
        id="note"
        label={t('decision.noteLabel')}
        hint={t('decision.noteHint')}
        optionalLabel={t('decision.optional')}
      >
        {(control) => (
          <Textarea {...control} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {approval ? (
        <div>
          <p className="mb-3 text-muted text-sm">{approval}</p>
          <Button
            variant="primary"
            pending={approve.pending}
            pendingLabel={t('decision.approving')}
            onClick={() => void approve.run()}
          >
            {t('decision.approve')}
          </Button>
        </div>
      ) : null}
      <Disclosure summary={t('decision.refuse')} open={!approval}>
        <RadioGroup
          name="reason"
          id="reason"
          legend={t('decision.refuseLegend')}
          value={reason}
          onValueChange={(value) => setReason(reasons.find((each) => each === value))}
          options={reasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          error={asked && !reason ? t('decision.needReason') : undefined}
        />
        <Button
          variant="danger"
          className="mt-4"
          pending={refuse.pending}
          pendingLabel={t('decision.refusing')}
          onClick={() => {
            setAsked(true)
            if (reason) void refuse.run()
          }}
        >
          {t('decision.refuse')}
        </Button>
      </Disclosure>
    </div>
  )
}
