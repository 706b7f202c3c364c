'use client'

import { Alert, Button, Checkbox, Field, FormError, Input, Select, Textarea } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import type { RouterOutput } from '../../trpc/outputs.ts'
import { useRefusalWords } from '../list/use-refusal-words.ts'
import { useCommand } from '../organisation/use-command.ts'
import { AwardPreview } from './AwardPreview.tsx'
import { CreditFields, type CreditPack } from './CreditFields.tsx'
import { type AwardFields, creditName, DESK_KINDS, fieldsOf } from './fields.ts'

export interface AwardFormProps {
  readonly options: {
    readonly person: { readonly id: string }
    readonly packs: readonly CreditPack[]
    readonly courses: readonly SuggestedCourse[]
    /** The latest day on which something can have been completed. */
    readonly today: string
  }
}

interface SuggestedCourse {
  readonly code: string
  readonly title: string
  readonly credits: readonly { readonly packId: string; readonly category: string; readonly amount: number }[]
}

type Preview = RouterOutput['awards']['preview']

/** First what it would change, then posting it. Whatever is typed after the preview asks for another. */
export function AwardForm({ options }: AwardFormProps) {
  const t = useTranslations('awards')
  const words = useRefusalWords()
  const api = useTRPCClient()
  const fields = useRef<AwardFields>(undefined)
  const form = useRef<HTMLFormElement>(null)
  const [preview, setPreview] = useState<Preview>()
  const [posted, setPosted] = useState(false)
  const [kept, setKept] = useState(false)
  const personId = options.person.id
  const look = useCommand(
    async () => {
      if (!fields.current) return
      const { activity, activityType, completedOn, filedOn, credits } = fields.current
      setPreview(await api.awards.preview.query({ personId, activity, activityType, completedOn, filedOn, credits }))
    },
    () => setPosted(false),
  )
  const post = useCommand(
    async (key) => {
      if (fields.current) await api.awards.post.mutate({ key, personId, ...fields.current })
    },
    () => {
      setPosted(true)
      setPreview(undefined)
      form.current?.reset()
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    fields.current = fieldsOf(new FormData(event.currentTarget))
    void (preview ? post : look).run()
  }
  // A course of the organisation brings its credits; what was typed already stays.
  const suggest = (activity: string): void => {
    const course = options.courses.find(({ title }) => title === activity)
    for (const { packId, category, amount } of course?.credits ?? []) {
      const field = form.current?.elements.namedItem(creditName(packId, category))
      if (field instanceof HTMLInputElement && field.value === '') field.value = String(amount / 1000)
    }
  }
  const keep = (): void => {
    setPreview(undefined)
    setKept(true)
  }
  const refused = post.reason ?? look.reason
  const burns = preview?.changes.some(({ burn }) => burn !== null) === true
  return (
    <form ref={form} className="grid max-w-3xl gap-5" onSubmit={submit} onChange={() => setPreview(undefined)}>
      {kept && !preview && (
        <Alert tone="info" live title={t('saveIt.kept')}>
          {t('saveIt.keptText')}
        </Alert>
      )}
      {refused ? <FormError key={`${look.tries} ${post.tries}`} title={words(refused)} /> : null}
      {posted && (
        <Alert tone="success" live title={t('posted.title')}>
          {t('posted.text')}{' '}
          <a className="underline" href={`/people/${personId}?show=ledger`}>
            {t('posted.ledger')}
          </a>
        </Alert>
      )}
      <Field id="activity" label={t('fields.activity')} hint={t('fields.activityHint')} required>
        {(control) => (
          <Input
            {...control}
            name="activity"
            list="courses"
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => suggest(target.value)}
          />
        )}
      </Field>
      <datalist id="courses">
        {options.courses.map((course) => (
          <option key={course.code} value={course.title} />
        ))}
      </datalist>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field id="activityType" label={t('fields.kind')} required>
          {(control) => (
            <Select
              {...control}
              name="activityType"
              options={DESK_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          )}
        </Field>
        <Field id="completedOn" label={t('fields.completedOn')} required>
          {(control) => <Input {...control} type="date" name="completedOn" max={options.today} />}
        </Field>
        <Field id="filedOn" label={t('fields.filedOn')} optionalLabel={t('optional')}>
          {(control) => <Input {...control} type="date" name="filedOn" max={options.today} />}
        </Field>
      </div>
      <CreditFields packs={options.packs} />
      <Field id="reason" label={t('fields.reason')} hint={t('fields.reasonHint')} required>
        {(control) => <Textarea {...control} name="reason" rows={2} maxLength={1000} />}
      </Field>
      <Checkbox name="notify" defaultChecked label={t('fields.notify')} />
      {preview ? (
        <AwardPreview preview={preview} onKeep={keep} />
      ) : (
        <p className="text-muted text-sm">{t('previewFirst')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {preview ? (
          <Button type="submit" variant="primary" pending={post.pending} pendingLabel={t('pending')}>
            {burns ? t('saveIt.anyway') : t('post')}
          </Button>
        ) : (
          <Button type="submit" variant="primary" pending={look.pending} pendingLabel={t('pending')}>
            {t('preview')}
          </Button>
        )}
      </div>
    </form>
  )
}
