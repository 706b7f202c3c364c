import { RENEWAL_REFUSALS } from '@gs/domain/credentials'
import { Alert, Breadcrumbs, buttonClass, Card, PageHeader } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { Messages } from '../../i18n/Messages.tsx'
import { wordsIn } from '../standing/amount.ts'
import { ArithmeticCard } from './ArithmeticCard.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { DecisionMade } from './DecisionMade.tsx'
import { RenewalStatus } from './RenewalStatus.tsx'
import type { RenewalForReview } from './types.ts'

/** One application: the sums of now beside the decision, and those of then where they differ. */
export function RenewalReview({ review }: { readonly review: RenewalForReview }) {
  const t = useTranslations('renewals')
  const locale = useLocale()
  const { renewal, person, now } = review
  const credential = wordsIn(locale, renewal.credential.name)
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  return (
    <>
      <PageHeader
        title={`${person.name} · ${credential}`}
        description={t('detail.description', { cycle: renewal.cycle, day: day(renewal.appliedOn) })}
        meta={<RenewalStatus status={renewal.status} />}
        breadcrumbs={
          <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/renewals' }, { label: person.name }]} />
        }
        actions={
          <a href={`/people/${person.id}`} className={buttonClass({ variant: 'secondary' })}>
            {t('detail.person')}
          </a>
        }
      />
      {review.changed ? (
        <Alert tone="warning" title={t('detail.changed')} className="mb-6">
          {t('detail.changedText')}
        </Alert>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          {now ? <ArithmeticCard title={t('detail.now')} credential={credential} arithmetic={now} /> : null}
          {!now || review.changed ? (
            <ArithmeticCard title={t('detail.then')} credential={credential} arithmetic={renewal.arithmetic} />
          ) : null}
        </div>
        <div className="grid gap-6">
          <Card title={t('decision.title')}>
            <Decision review={review} />
          </Card>
          <Earlier review={review} />
        </div>
      </div>
    </>
  )
}

function Decision({ review }: { readonly review: RenewalForReview }) {
  const t = useTranslations('renewals.decision')
  const locale = useLocale()
  const { renewal, now, own } = review
  if (renewal.status !== 'applied') return <DecisionMade renewal={renewal} />
  if (own) return <p>{t('own')}</p>
  const next = now?.canRenew ? now.nextCycle : null
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  return (
    <Messages namespaces={['renewals']}>
      <DecisionForm
        renewalId={renewal.renewalId}
        reasons={RENEWAL_REFUSALS}
        approval={next ? t('approveText', { from: day(next.from), to: day(next.to) }) : null}
      />
    </Messages>
  )
}

function Earlier({ review }: { readonly review: RenewalForReview }) {
  const t = useTranslations('renewals.detail')
  const locale = useLocale()
  return (
    <Card title={t('history')}>
      {review.history.length === 0 ? <p className="text-muted">{t('historyNone')}</p> : null}
      <ul className="divide-y divide-line">
        {review.history.map((renewal) => (
          <li key={renewal.renewalId} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
            <a href={`/renewals/${renewal.renewalId}`} className="text-accent-ink underline underline-offset-3">
              {t('historyLine', {
                cycle: renewal.cycle,
                day: formatCivilDay(locale, renewal.appliedOn, 'medium'),
              })}
            </a>
            <RenewalStatus status={renewal.status} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
