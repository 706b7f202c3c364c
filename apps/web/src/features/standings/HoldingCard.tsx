import { Card, ProgressRing, StatusBadge } from '@gs/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { credentialAddress } from '../credentials/credential-address.ts'
import { NextStep } from './NextStep.tsx'
import { OpenQuestions } from './OpenQuestions.tsx'
import { toneOf } from './status-tone.ts'
import type { HoldingView } from './types.ts'
import { Why } from './Why.tsx'
import { type Wording, wordingOf } from './wording.ts'

/** A certification: ring, what counts, what is missing, the last day, and the next step. */
export async function HoldingCard({ holding, today }: { holding: HoldingView; today: string }) {
  const words = await wordingOf(holding)
  const { t } = words
  const force = holding.inForce === null ? null : t(holding.inForce ? 'inForce.yes' : 'inForce.no')
  const about = [holding.credential.body, force, holding.source === 'declared' ? t('declared') : null]
  return (
    <Card
      as="article"
      title={holding.credential.name[words.language]}
      description={about.filter(Boolean).join(' · ')}
      actions={<StatusBadge tone={toneOf(holding.status)}>{t(`status.${holding.status}`)}</StatusBadge>}
    >
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-[auto_minmax(0,1fr)]">
        <Ring holding={holding} words={words} />
        <div className="grid content-start gap-x-8 gap-y-4 sm:grid-cols-3">
          <Counted holding={holding} today={today} words={words} />
          <Missing holding={holding} today={today} words={words} />
          <LastDay holding={holding} today={today} words={words} />
        </div>
        <div className="md:col-span-2">
          <NextStep holding={holding} today={today} words={words} />
          <div className="mt-3">
            <OpenQuestions holding={holding} words={words} />
          </div>
          <p className="mt-3 text-sm">
            <Link
              href={credentialAddress(holding.credential.code)}
              prefetch={false}
              className="inline-flex min-h-9 items-center text-accent-ink underline underline-offset-3"
            >
              {t('keep')}
            </Link>
          </p>
        </div>
      </div>
    </Card>
  )
}

interface PartProps {
  readonly holding: HoldingView
  readonly today: string
  readonly words: Wording
}

function Ring({ holding, words: { t, unit, amount } }: Omit<PartProps, 'today'>) {
  const { counted, required, status } = holding
  if (counted === null || required === null) return null
  return (
    <ProgressRing
      label={t('ring', { counted: amount(counted), required: amount(required), unit })}
      value={counted}
      max={Math.max(required, 1)}
      headline={amount(counted)}
      detail={`${t('ringDetail', { required: amount(required) })} ${unit}`}
      tone={toneOf(status)}
      size={136}
      className="max-md:mx-auto"
    />
  )
}

interface FigureProps extends PartProps {
  readonly title: string
  readonly figure: 'counted' | 'missing' | 'dates'
  readonly value: ReactNode
  readonly children?: ReactNode
}

function Figure({ title, figure, value, children, ...part }: FigureProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="text-muted text-sm">{title}</h3>
      <p className="mt-0.5 font-semibold text-lg leading-snug tabular-nums">{value}</p>
      <div className="mt-1 text-sm">{children}</div>
      <Why {...part} figure={figure} title={title} />
    </section>
  )
}

function Counted({ holding, today, words }: PartProps) {
  const { t, unit, amount, card } = words
  const parts = holding.parts.map((part) =>
    t('counted.part', {
      amount: amount(part.amount),
      title: part.kind === 'card' ? t('counted.card', { card: card(part.title) }) : part.title,
    }),
  )
  return (
    <Figure
      holding={holding}
      today={today}
      words={words}
      title={t('figures.counted')}
      figure="counted"
      value={`${amount(holding.counted ?? 0)} ${unit}`}
    >
      {parts.length === 0 ? t('counted.nothing') : words.and(parts)}
      {holding.wasted > 0 ? (
        <p className="mt-1 text-soon-ink">{t('counted.wasted', { amount: amount(holding.wasted), unit })}</p>
      ) : null}
    </Figure>
  )
}

function Missing({ holding, today, words }: PartProps) {
  const { t, unit, amount } = words
  const needed = holding.needed ?? 0
  const rest = holding.missing.filter((code) => code !== 'credits').map((code) => words.missing(code, needed))
  return (
    <Figure
      holding={holding}
      today={today}
      words={words}
      title={t('figures.missing')}
      figure="missing"
      value={needed > 0 ? t('missing.credits', { amount: amount(needed), unit }) : (rest[0] ?? t('missing.nothing'))}
    >
      {holding.missing.length === 0 ? t('missing.complete') : null}
      <ul>
        {(needed > 0 ? rest : rest.slice(1)).map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </Figure>
  )
}

function LastDay({ holding, today, words }: PartProps) {
  const { t, day } = words
  const { expiresOn, daysLeft, fileBy, earnBy, issuedOn } = holding
  const left =
    daysLeft === null
      ? ''
      : daysLeft === 0
        ? t('expires.today')
        : t(daysLeft > 0 ? 'expires.left' : 'expires.over', { days: Math.abs(daysLeft) })
  const over = daysLeft !== null && daysLeft < 0
  return (
    <Figure
      holding={holding}
      today={today}
      words={words}
      title={t('figures.expires')}
      figure="dates"
      value={expiresOn === null ? t('status.permanent') : day(expiresOn)}
    >
      <p>{left}</p>
      {over && earnBy && earnBy >= today ? <p>{t('expires.earnBy', { day: day(earnBy) })}</p> : null}
      {over && fileBy && fileBy >= today ? <p>{t('expires.fileBy', { day: day(fileBy) })}</p> : null}
      <p className="text-muted">{t('expires.issued', { day: day(issuedOn) })}</p>
    </Figure>
  )
}
