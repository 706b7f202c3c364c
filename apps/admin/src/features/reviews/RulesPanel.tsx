import { Badge, Card } from '@gs/ui'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { amountText, wordsIn } from '../standing/amount.ts'
import { useCardName } from '../standing/use-card-name.ts'
import type { PackRules, ReviewCase } from './review-case.ts'

/** What the published rules say about it, beside the evidence, body by body. */
export function RulesPanel({ review }: { readonly review: ReviewCase }) {
  const t = useTranslations('reviews.rules')
  const locale = useLocale()
  const { packs, submission } = review
  return (
    <Card title={t('title')} description={t('intro')}>
      {packs.length === 0 && <p className="text-muted">{t('none')}</p>}
      <div className="grid gap-5">
        {packs.map((pack) => (
          <section key={pack.packId} aria-label={pack.body}>
            <h3 className="flex flex-wrap items-center gap-2 font-medium">
              {pack.body}: {wordsIn(locale, pack.credential)}
              {pack.confidence !== 'high' && <Badge tone="soon">{t('confirm')}</Badge>}
            </h3>
            <ul className="mt-2 grid list-disc gap-1.5 ps-5 text-sm">
              {submission.kind === 'card' ? <CardRules pack={pack} /> : <ActivityRules pack={pack} />}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

function ActivityRules({ pack }: { readonly pack: PackRules }) {
  const t = useTranslations('reviews.rules')
  const kinds = useTranslations('reviews.kinds')
  const locale = useLocale()
  const unit = wordsIn(locale, pack.unit.plural)
  const amount = (value: number | null) => (value === null ? '' : `${amountText(locale, value)} ${unit}`)
  const { petition } = pack
  return (
    <>
      <li>{t('unit', { unit: wordsIn(locale, pack.unit.singular), minutes: pack.unit.minutesPerUnit })}</li>
      {petition ? (
        <Rule sources={petition.sources}>
          {t('petition')}
          {petition.fileWithinMonths !== null && ` ${t('petitionWithin', { months: petition.fileWithinMonths })}`}
          {petition.max !== null && ` ${t('petitionMax', { max: amount(petition.max) })}`}
          {petition.fee !== null && ` ${t('petitionFee', { fee: `${petition.fee} ${petition.currency}` })}`}
        </Rule>
      ) : (
        <li>{t('noPetition')}</li>
      )}
      {pack.limits.map((limit) => (
        <Rule key={limit.rule} sources={limit.sources}>
          {t(`limits.${limit.primitive.replaceAll('/', '_')}`, {
            of: limit.of !== null && kinds.has(limit.of) ? kinds(limit.of) : (limit.of ?? t('any')),
            max: amount(limit.max),
            per: limit.per !== null && t.has(`per.${limit.per}`) ? t(`per.${limit.per}`) : (limit.per ?? ''),
          })}
        </Rule>
      ))}
    </>
  )
}

function CardRules({ pack }: { readonly pack: PackRules }) {
  const name = useCardName()
  const t = useTranslations('reviews.rules')
  const locale = useLocale()
  return (
    <>
      {pack.cards.length === 0 && <li>{t('noCards')}</li>}
      {pack.cards.map((card) => (
        <Rule key={card.type} sources={card.sources}>
          {t('card', { type: name(card.type) })} {card.handsOn ? t('cardHandsOn') : t('cardAnyForm')}{' '}
          {card.credit !== null &&
            t('cardCredit', { amount: `${amountText(locale, card.credit)} ${wordsIn(locale, pack.unit.plural)}` })}
        </Rule>
      ))}
      {pack.issuers.length > 0 && <li>{t('issuers', { names: pack.issuers.join(', ') })}</li>}
    </>
  )
}

interface RuleProps {
  readonly sources: readonly { readonly title: string; readonly url: string | null }[]
  readonly children: ReactNode
}

function Rule({ sources, children }: RuleProps) {
  return (
    <li>
      {children}
      {sources.map(({ title, url }) => (
        <span key={title} className="block break-words text-muted">
          {url === null ? (
            title
          ) : (
            <a className="underline" href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          )}
        </span>
      ))}
    </li>
  )
}
