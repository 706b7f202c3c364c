import { Button, buttonClass, EmptyState, Field, Input } from '@gs/ui'
import { IdCard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CardRow, CardsTable } from './CardsTable.tsx'
import { HoldingCard, type HoldingSeen } from './HoldingCard.tsx'

export interface PersonStandingProps {
  readonly path: string
  readonly asOf: string
  readonly holdings: readonly HoldingSeen[]
  readonly cards: readonly CardRow[]
  /** Today, where the reader may enter, confirm, refuse and end holdings; null: may not. */
  readonly decideOn: string | null
}

/** How every holding of a person stands on a day, as known on that day. */
export function PersonStanding({ path, asOf, holdings, cards, decideOn }: PersonStandingProps) {
  const t = useTranslations('people.standing')
  const credentials = useTranslations('credentials')
  return (
    <div className="grid gap-6">
      <form action={path} className="flex flex-wrap items-end gap-2 print:hidden">
        <Field id="asOf" label={t('asOf')} hint={t('asOfHint')}>
          {(control) => <Input {...control} type="date" name="asOf" defaultValue={asOf} />}
        </Field>
        <Button type="submit" native>
          {t('show')}
        </Button>
        {decideOn === null ? null : (
          <a href={`${path}/holdings/new`} className={buttonClass({ variant: 'secondary', className: 'sm:ms-auto' })}>
            {credentials('add')}
          </a>
        )}
      </form>
      {holdings.length === 0 ? (
        <EmptyState icon={<IdCard />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        holdings.map((holding) => (
          <HoldingCard
            key={holding.holdingId}
            holding={holding}
            personId={path.split('/').at(-1) ?? ''}
            asOf={asOf}
            decideOn={decideOn}
          />
        ))
      )}
      <CardsTable rows={cards} />
    </div>
  )
}
