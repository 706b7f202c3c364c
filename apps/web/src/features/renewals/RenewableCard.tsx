import { Alert, Card } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { RenewalWarning } from '../guard/RenewalWarning.tsx'
import { wordingOf } from '../standings/wording.ts'
import { ArithmeticTable } from './ArithmeticTable.tsx'
import { ApplyButton, WithdrawButton } from './RenewalAction.tsx'
import type { RenewableHolding, RenewalView } from './types.ts'

interface RenewableCardProps {
  readonly holding: RenewableHolding
  readonly open: RenewalView | undefined
}

/** One certification: its cycle, the sums, and what can be done. */
export async function RenewableCard({ holding, open }: RenewableCardProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('renewals')])
  const { cycle } = holding.arithmetic
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  return (
    <Card
      as="article"
      title={holding.name[locale === 'es' ? 'es' : 'en']}
      description={cycle?.from ? t('cycle', { from: day(cycle.from), to: day(cycle.to) }) : null}
    >
      <ArithmeticTable arithmetic={open?.arithmetic ?? holding.arithmetic} />
      <div className="mt-5">
        {open ? (
          <Waiting open={open} />
        ) : holding.arithmetic.canRenew ? (
          <Ready holding={holding} />
        ) : (
          <NotYet holding={holding} />
        )}
      </div>
    </Card>
  )
}

async function Waiting({ open }: { open: RenewalView }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('renewals.open')])
  return (
    <Alert
      tone="info"
      title={t('title')}
      actions={
        <Messages namespaces={['renewals']}>
          <WithdrawButton renewalId={open.renewalId} />
        </Messages>
      }
    >
      {t('text', { day: formatCivilDay(locale, open.appliedOn, 'long') })}
    </Alert>
  )
}

async function Ready({ holding }: { holding: RenewableHolding }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('renewals.can')])
  const { nextCycle } = holding.arithmetic
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  return (
    <>
      <p className="font-semibold">{t('title')}</p>
      <p className="mb-4 text-muted">
        {nextCycle ? t('text', { from: day(nextCycle.from), to: day(nextCycle.to) }) : t('textUnknown')}
      </p>
      <Messages namespaces={['guard', 'renewals']}>
        <ApplyButton
          holdingId={holding.holdingId}
          warning={holding.burn ? <RenewalWarning burn={holding.burn} unit={holding.arithmetic.unit} /> : null}
        />
      </Messages>
    </>
  )
}

async function NotYet({ holding }: { holding: RenewableHolding }) {
  const [t, words] = await Promise.all([getTranslations('renewals.cannot'), wordingOf(holding.arithmetic)])
  const what = holding.arithmetic.missing.map((code) => words.missing(code, holding.arithmetic.needed ?? 0))
  return (
    <Alert
      tone="info"
      title={t('title')}
      actions={
        <Link href="/" prefetch={false} className="font-medium text-accent-ink underline underline-offset-3">
          {t('link')}
        </Link>
      }
    >
      {what.length > 0 ? t('text', { what: words.and(what) }) : null}
    </Alert>
  )
}
