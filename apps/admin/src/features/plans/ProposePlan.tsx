'use client'

import type { PersonId } from '@gs/domain'
import { AIMS, contactHours } from '@gs/domain/planner'
import { Alert, Button, Field, FormError, Textarea } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import type { RouterOutput } from '../../trpc/outputs.ts'
import { useCommand } from '../organisation/use-command.ts'

type Found = RouterOutput['plans']['forTrainer']

const KNOWN = ['plan.busy', 'plan.empty', 'plan.own', 'network'] as const

/** Plans for a trainer, shows what comes out, and sends it where the reader says so. */
export function ProposePlan({ personId }: { personId: PersonId }) {
  const t = useTranslations('plans')
  const { refresh } = useRouter()
  const client = useTRPCClient()
  const [found, setFound] = useState<Found | null>(null)
  const [note, setNote] = useState('')
  const [sent, setSent] = useState(false)
  const make = useCommand(async () => setFound(await client.plans.forTrainer.mutate({ personId })), refresh)
  const send = useCommand(
    (key) =>
      client.plans.propose.mutate({
        key,
        personId,
        minimise: [...AIMS],
        note: note.trim() === '' ? null : note.trim(),
      }),
    () => {
      setSent(true)
      setFound(null)
      refresh()
    },
  )
  const failed = make.reason ?? send.reason
  return (
    <div className="grid gap-4">
      {failed ? (
        <FormError key={make.tries + send.tries} title={t('trainer.failed')}>
          {t(`errors.${KNOWN.find((code) => code === failed) ?? 'unknown'}`)}
        </FormError>
      ) : null}
      {sent ? <Alert tone="success" live title={t('trainer.sent')} /> : null}
      {found ? <Preview found={found} /> : null}
      {found && found.proposal.choices.length > 0 ? (
        <Field
          id="plan-note"
          label={t('trainer.note')}
          hint={t('trainer.noteHint')}
          optionalLabel={t('trainer.optional')}
        >
          {(control) => (
            <Textarea {...control} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {found && found.proposal.choices.length > 0 ? (
          <Button variant="primary" pending={send.pending} onClick={() => void send.run()}>
            {t('trainer.send')}
          </Button>
        ) : null}
        <Button pending={make.pending} onClick={() => void make.run()}>
          {t(found ? 'trainer.again' : 'trainer.make')}
        </Button>
      </div>
    </div>
  )
}

function Preview({ found }: { found: Found }) {
  const t = useTranslations('plans')
  const locale = useLocale()
  const { outcome, optimal, choices } = found.proposal
  const hours = (thousandths: number): string =>
    t('hours', { hours: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(thousandths / 1000) })
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: found.currency })
  const title = (courseId: string): string => found.courses.find((course) => course.courseId === courseId)?.title ?? ''
  if (found.holdings.length === 0) return <p>{t('trainer.nothing')}</p>
  return (
    <Alert
      tone={outcome.unmet > 0 ? 'warning' : optimal ? 'success' : 'info'}
      title={
        outcome.unmet > 0 ? t('trainer.open', { n: outcome.unmet }) : t(optimal ? 'trainer.proven' : 'trainer.unproven')
      }
    >
      <div data-testid="preview">
        <p>
          {t('trainer.sum', {
            waste: hours(contactHours(outcome.waste)),
            price: money.format(outcome.price / 1000),
            hours: hours(outcome.hours),
          })}
        </p>
        <ul className="mt-2 list-disc space-y-1 ps-5">
          {[...choices]
            .sort((a, b) => (a.day < b.day ? -1 : 1))
            .map(({ courseId, day }) => (
              <li key={courseId}>{t('trainer.by', { course: title(courseId), day: formatCivilDay(locale, day) })}</li>
            ))}
        </ul>
      </div>
    </Alert>
  )
}
