import type { TraceLine, Words } from '@gs/domain/rules'
import { Badge, buttonClass, Card, DescriptionList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { DeclaredDecision } from '../holdings/DeclaredDecision.tsx'
import { EndHolding } from '../holdings/EndHolding.tsx'
import { amountText, wordsIn } from '../standing/amount.ts'
import { MissingList } from '../standing/MissingList.tsx'
import { StandingBadge } from '../standing/StandingBadge.tsx'
import { WhyDialog } from '../standing/WhyDialog.tsx'

export interface HoldingSeen {
  readonly holdingId: string
  readonly credentialCode: string
  readonly credentialName: Words
  readonly body: string
  readonly unit: { readonly singular: Words; readonly plural: Words }
  readonly status: string
  readonly inForce: boolean | null
  readonly required: number | null
  readonly counted: number | null
  readonly needed: number | null
  readonly wasted: number
  readonly missing: readonly string[]
  readonly cycleFrom: string | null
  readonly cycleNumber: number
  readonly expiresOn: string | null
  readonly source: 'confirmed' | 'declared'
  readonly issuedOn: string
  readonly number: string | null
  readonly canRenew: boolean | null
  readonly change: Words | null
  readonly trace: readonly TraceLine[]
}

export interface HoldingCardProps {
  readonly holding: HoldingSeen
  readonly personId: string
  /** The day of the figures. */
  readonly asOf: string
  /** Today, where the reader may confirm, refuse and end; null: may not. */
  readonly decideOn: string | null
}

/** One holding with its standing in figures, and the way to its reasons. */
export function HoldingCard({ holding, personId, asOf, decideOn }: HoldingCardProps) {
  const t = useTranslations('standing.figures')
  const people = useTranslations('people.holding')
  const explanation = useTranslations('explanation')
  const locale = useLocale()
  const unit = wordsIn(locale, holding.unit.plural)
  const inForce = holding.inForce === null ? t('unknown') : holding.inForce ? t('yes') : t('no')
  const amount = (value: number | null) => (value === null ? t('noTotal') : `${amountText(locale, value)} ${unit}`)
  return (
    <Card
      id={holding.holdingId}
      title={holding.credentialCode}
      description={`${wordsIn(locale, holding.credentialName)} · ${holding.body}`}
      actions={
        <>
          {holding.source === 'declared' && <Badge tone="neutral">{people('declared')}</Badge>}
          <StandingBadge status={holding.status} />
          <WhyDialog credential={holding.credentialCode} unit={unit} trace={holding.trace} flip={holding} />
        </>
      }
    >
      <DescriptionList
        look="grid"
        items={[
          { term: people('certified'), detail: formatCivilDay(locale, holding.issuedOn, 'long') },
          ...(holding.number === null ? [] : [{ term: people('number'), detail: holding.number }]),
          { term: t('counted'), detail: amount(holding.counted) },
          { term: t('required'), detail: amount(holding.required) },
          { term: t('needed'), detail: amount(holding.needed) },
          { term: t('wasted'), detail: amount(holding.wasted) },
          { term: t('missing'), detail: <MissingList codes={holding.missing} /> },
          { term: t('inForce'), detail: inForce },
          {
            term: t('expires'),
            detail: holding.expiresOn === null ? t('never') : formatCivilDay(locale, holding.expiresOn, 'long'),
          },
          ...(holding.cycleFrom === null
            ? []
            : [
                {
                  term: people('cycle'),
                  detail: t('cycle', { number: holding.cycleNumber, from: formatCivilDay(locale, holding.cycleFrom) }),
                },
              ]),
        ]}
      />
      <div className="mt-5 grid gap-3 print:hidden">
        <div>
          <a
            href={`/people/${personId}/holdings/${holding.holdingId}?asOf=${asOf}`}
            className={buttonClass({ variant: 'secondary', size: 'sm' })}
          >
            {explanation('open')}
          </a>
        </div>
        {decideOn === null ? null : holding.source === 'declared' ? (
          <DeclaredDecision holdingId={holding.holdingId} credential={holding.credentialCode} />
        ) : (
          <EndHolding holdingId={holding.holdingId} today={decideOn} />
        )}
      </div>
    </Card>
  )
}
