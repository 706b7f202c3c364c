import { Messages } from '@gs/lobby/words'
import { buttonClass, Card, EmptyState, StatusBadge, type Tone } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { IdCard } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { OwnHolding } from './types.ts'
import { WithdrawHolding } from './WithdrawHolding.tsx'

const TONES: Readonly<Record<OwnHolding['state'], Tone>> = {
  declared: 'info',
  confirmed: 'good',
  refused: 'out',
  ended: 'neutral',
}

/** What one holds as it is on record, with what became of each declaration. */
export async function OwnHoldings({ holdings }: { readonly holdings: readonly OwnHolding[] }) {
  const t = await getTranslations('holdings')
  if (holdings.length === 0)
    return (
      <Card>
        <EmptyState icon={<IdCard />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      </Card>
    )
  return (
    <ul className="grid gap-4">
      {holdings.map((holding) => (
        <OneHolding key={holding.id} holding={holding} />
      ))}
    </ul>
  )
}

async function OneHolding({ holding }: { readonly holding: OwnHolding }) {
  const [locale, t, explanation] = await Promise.all([
    getLocale(),
    getTranslations('holdings'),
    getTranslations('explanation'),
  ])
  const { id, state, credential, cycleStart, expiresOn } = holding
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  const cycle =
    expiresOn === null
      ? null
      : cycleStart === null
        ? t('until', { to: day(expiresOn) })
        : t('cycle', { from: day(cycleStart), to: day(expiresOn) })
  return (
    <Card
      as="li"
      title={holding.name[locale === 'es' ? 'es' : 'en']}
      headingLevel={2}
      description={[holding.body, credential, holding.number && t('number', { number: holding.number })]
        .filter(Boolean)
        .join(' · ')}
      actions={<StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>}
    >
      <p>{[t('certified', { day: day(holding.certifiedOn) }), cycle].filter(Boolean).join(' · ')}</p>
      <p className="mt-1 text-muted text-sm">
        {t(`since.${state}`, { day: day(holding.since) })}
        {holding.hasFile ? ` · ${t('withFile')}` : ''}
      </p>
      {holding.reason ? (
        <p className="mt-3 whitespace-pre-line break-words rounded-lg bg-sunken px-4 py-3 text-sm">
          {t('reason', { reason: holding.reason })}
        </p>
      ) : null}
      {state === 'declared' || state === 'confirmed' ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Link
            href={`/standing/${id}/explanation`}
            prefetch={false}
            className={buttonClass({ variant: 'secondary', size: 'sm' })}
          >
            {explanation('open')}
          </Link>
          {state === 'declared' ? (
            <>
              <Link
                href={`/holdings/new?replaces=${id}`}
                prefetch={false}
                className={buttonClass({ variant: 'secondary', size: 'sm' })}
                aria-label={t('editOf', { credential })}
              >
                {t('edit')}
              </Link>
              <Messages namespaces={['holdings', 'errors']}>
                <WithdrawHolding holdingId={id} credential={credential} />
              </Messages>
            </>
          ) : null}
        </div>
      ) : null}
    </Card>
  )
}
