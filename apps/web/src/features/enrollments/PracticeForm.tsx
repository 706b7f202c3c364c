'use client'

import { typedIn } from '@gs/lobby/forms'
import { Button, Field, FormError, Input, Textarea } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { useErrorWords } from '../courses/use-error-words.ts'

export interface PracticeFormProps {
  readonly enrollmentId: string
  readonly lesson: string
  readonly today: string
}

/** One entry: the day, what was tried, how it went. What was typed stays where the entry is refused. */
export function PracticeForm({ enrollmentId, lesson, today }: PracticeFormProps) {
  const t = useTranslations('enrollments.practice')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const log = useMutation(
    trpc.enrollments.logPractice.mutationOptions({
      onSuccess: () => router.refresh(),
      // Refused as it was: what is sent next may be another entry.
      onError: (error) => error.data && setKey(crypto.randomUUID()),
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (log.isPending || log.isSuccess) return
    const fields = new FormData(event.currentTarget)
    log.mutate({
      enrollmentId,
      lesson,
      practisedOn: typedIn(fields, 'practisedOn'),
      what: typedIn(fields, 'what'),
      howItWent: typedIn(fields, 'howItWent'),
      key,
    })
  }
  return (
    <form className="grid max-w-prose gap-4" onSubmit={submit}>
      <h3 className="font-semibold">{t('add')}</h3>
      {log.error ? <FormError key={log.submittedAt} title={words(log.error)} /> : null}
      <Field id="practisedOn" label={t('day')} required>
        {(control) => (
          <Input {...control} name="practisedOn" type="date" max={today} defaultValue={today} className="sm:max-w-52" />
        )}
      </Field>
      <Field id="what" label={t('what')} hint={t('whatHint')} required>
        {(control) => <Textarea {...control} name="what" rows={3} maxLength={2000} />}
      </Field>
      <Field id="howItWent" label={t('how')} required>
        {(control) => <Textarea {...control} name="howItWent" rows={3} maxLength={2000} />}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={log.isPending || log.isSuccess} pendingLabel={t('pending')}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
