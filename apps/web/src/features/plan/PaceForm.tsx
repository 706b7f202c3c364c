'use client'

import { useIntent } from '@gs/lobby/forms'
import { Alert, Button, Checkbox, Field, Fieldset, Input, Switch } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import type { PlanPage } from './types.ts'
import { usePlanWords } from './use-plan-words.ts'

/** 5 January 1970 was a Monday. */
const MONDAY = 4
const MS_A_DAY = 86_400_000
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const

/** Hours a week and a day, days off, spacing. Saving lays an adopted plan out again. */
export function PaceForm({ page }: { page: PlanPage }) {
  const words = usePlanWords(page)
  const { t, locale } = words
  const trpc = useTRPC()
  const router = useRouter()
  const intent = useIntent()
  const { pace, keepsCards } = page.settings
  const [saved, setSaved] = useState(false)
  const flow = useMutation(trpc.plans.reflow.mutationOptions())
  const save = useMutation(
    trpc.plans.settings.mutationOptions({
      onSuccess: async () => {
        intent.renew()
        setSaved(true)
        if (page.adopted) await flow.mutateAsync({ key: crypto.randomUUID() })
        router.refresh()
      },
      onError: () => intent.renew(),
    }),
  )
  const weekday = (index: number): string =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format((MONDAY + index) * MS_A_DAY)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setSaved(false)
    const form = new FormData(event.currentTarget)
    const number = (name: string): number => Number(form.get(name))
    const perDay = String(form.get('mostADay') ?? '')
    save.mutate({
      key: intent.key,
      hoursPerWeek: Math.round(number('hoursPerWeek') * 1000),
      mostADay: perDay === '' ? null : Math.round(Number(perDay) * 1000),
      daysOff: WEEKDAYS.filter((day) => form.has(`off-${day}`)),
      holidays: String(form.get('holidays') ?? '')
        .split(/[\s,;]+/)
        .filter((day) => day !== ''),
      daysBetweenFinishes: number('between'),
      reserve: number('reserve'),
      keepsCards: form.has('keepsCards'),
    })
  }
  const hours = (thousandths: number): string => String(thousandths / 1000)
  return (
    <form onSubmit={submit} className="mt-3 space-y-4">
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field id="pace-week" label={t('pace.hoursPerWeek')}>
          {(control) => (
            <Input
              {...control}
              name="hoursPerWeek"
              type="number"
              min="0.25"
              max="60"
              step="0.25"
              required
              defaultValue={hours(pace.hoursPerWeek)}
            />
          )}
        </Field>
        <Field id="pace-day" label={t('pace.mostADay')} hint={t('pace.mostADayHint')}>
          {(control) => (
            <Input
              {...control}
              name="mostADay"
              type="number"
              min="0.25"
              max="24"
              step="0.25"
              defaultValue={pace.mostADay === null ? '' : hours(pace.mostADay)}
            />
          )}
        </Field>
        <Field id="pace-between" label={t('pace.between')} hint={t('pace.betweenHint')}>
          {(control) => (
            <Input
              {...control}
              name="between"
              type="number"
              min="0"
              max="365"
              required
              defaultValue={pace.daysBetweenFinishes}
            />
          )}
        </Field>
        <Field id="pace-reserve" label={t('pace.reserve')} hint={t('pace.reserveHint')}>
          {(control) => (
            <Input {...control} name="reserve" type="number" min="0" max="365" required defaultValue={pace.reserve} />
          )}
        </Field>
      </div>
      <Fieldset legend={t('pace.daysOff')}>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {WEEKDAYS.map((day) => (
            <Checkbox key={day} name={`off-${day}`} label={weekday(day)} defaultChecked={pace.daysOff.includes(day)} />
          ))}
        </div>
      </Fieldset>
      <Field id="pace-holidays" label={t('pace.holidays')} hint={t('pace.holidaysHint')}>
        {(control) => (
          <Input
            {...control}
            name="holidays"
            defaultValue={holidaysText(pace.holidays)}
            placeholder="2026-12-24, 2026-12-25"
          />
        )}
      </Field>
      <Switch
        name="keepsCards"
        label={t('pace.keepsCards')}
        hint={t('pace.keepsCardsHint')}
        defaultChecked={keepsCards}
      />
      {save.isError ? <Alert tone="danger" live title={t('pace.fault')} /> : null}
      <div className="flex items-center gap-3">
        <Button type="submit" pending={save.isPending || flow.isPending}>
          {t('pace.save')}
        </Button>
        <span aria-live="polite" className="text-muted text-sm">
          {saved ? t('pace.saved') : ''}
        </span>
      </div>
    </form>
  )
}

const holidaysText = (days: readonly number[]): string =>
  days.map((day) => new Date(day * MS_A_DAY).toISOString().slice(0, 10)).join(', ')
