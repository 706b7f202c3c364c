import { Button, Field, Input } from '@gs/ui'
import { useTranslations } from 'next-intl'

export interface DayChoiceProps {
  readonly path: string
  readonly asOf: string
  readonly knownAt: string
  readonly today: string
}

/** Which day is asked about, and what was known on which day. */
export function DayChoice({ path, asOf, knownAt, today }: DayChoiceProps) {
  const t = useTranslations('explanation.days')
  return (
    <form action={path} className="flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      <Field id="asOf" label={t('asOf')}>
        {(control) => <Input {...control} type="date" name="asOf" defaultValue={asOf} />}
      </Field>
      <Field id="knownAt" label={t('knownAt')}>
        {(control) => <Input {...control} type="date" name="knownAt" defaultValue={knownAt} max={today} />}
      </Field>
      <Button type="submit" native>
        {t('show')}
      </Button>
    </form>
  )
}
