'use client'

import { Alert, Button, Card, DescriptionList, LaterList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { ArrowRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { RouterOutput } from '../../trpc/outputs.ts'
import { amountText, signedAmount, wordsIn } from '../standing/amount.ts'
import { MissingList } from '../standing/MissingList.tsx'
import { StandingBadge } from '../standing/StandingBadge.tsx'

type Preview = RouterOutput['awards']['preview']
type Change = Preview['changes'][number]

/** What the award would change for every holding, and what to look at twice before posting it. */
export function AwardPreview({ preview, onKeep }: { readonly preview: Preview; readonly onKeep: () => void }) {
  const t = useTranslations('awards.preview_')
  return (
    <section aria-label={t('title')} aria-live="polite" className="grid gap-4">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <Warnings preview={preview} />
      <SaveIt preview={preview} onKeep={onKeep} />
      {preview.changes.length === 0 && <p className="text-muted">{t('noHoldings')}</p>}
      {preview.changes.map((change) => (
        <ChangeCard key={change.before.holdingId} change={change} />
      ))}
    </section>
  )
}

function ChangeCard({ change }: { readonly change: Change }) {
  const t = useTranslations('awards.preview_')
  const figures = useTranslations('standing.figures')
  const locale = useLocale()
  const { before, after } = change
  const unit = wordsIn(locale, before.unit.plural)
  const figure = (from: number | null, to: number | null) => (
    <FromTo
      from={from === null ? figures('noTotal') : amountText(locale, from)}
      to={to === null ? null : amountText(locale, to)}
    />
  )
  return (
    <Card title={before.credentialCode} description={unit} headingLevel={3}>
      <DescriptionList
        look="grid"
        items={[
          {
            term: t('status'),
            detail: (
              <span className="flex flex-wrap items-center gap-2">
                <StandingBadge status={before.status} />
                <Arrow />
                <StandingBadge status={after.status} />
              </span>
            ),
          },
          { term: figures('counted'), detail: figure(before.counted, after.counted) },
          { term: figures('needed'), detail: figure(before.needed, after.needed) },
          { term: figures('wasted'), detail: figure(before.wasted, after.wasted) },
          { term: t('missingAfter'), detail: <MissingList codes={after.missing} /> },
          {
            term: t('effect'),
            detail: t('effectText', {
              counts: signedAmount(locale, change.counts),
              wastes: signedAmount(locale, change.wastes),
            }),
          },
        ]}
      />
    </Card>
  )
}

/** What posting it now would burn though it could serve a later cycle; nothing where nothing is lost. */
function SaveIt({ preview, onKeep }: { readonly preview: Preview; readonly onKeep: () => void }) {
  const t = useTranslations('awards.saveIt')
  const locale = useLocale()
  const burning = preview.changes.flatMap(({ burn, before }) => (burn ? [{ burn, before }] : []))
  if (burning.length === 0) return null
  // Where no later day would take it in full there is nothing to keep it for.
  const later = burning.some(({ burn }) => burn.fullFrom !== null)
  return (
    <Alert
      tone="warning"
      title={later ? t('title') : t('titleNever')}
      actions={
        later ? (
          <Button size="sm" onClick={onKeep}>
            {t('keep')}
          </Button>
        ) : null
      }
    >
      <LaterList
        note={t('note')}
        items={burning.map(({ burn, before }) => ({
          id: before.holdingId,
          lost: t('lost', {
            credential: before.credentialCode,
            amount: amountText(locale, burn.lost),
            unit: wordsIn(locale, before.unit.plural),
          }),
          from: burn.fullFrom ? t('from', { day: formatCivilDay(locale, burn.fullFrom, 'long') }) : t('fromUnknown'),
        }))}
      />
    </Alert>
  )
}

const Arrow = () => <ArrowRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />

function FromTo({ from, to }: { readonly from: string; readonly to: string | null }) {
  const t = useTranslations('awards.preview_')
  if (to === null || from === to) return from
  return (
    <span className="inline-flex items-center gap-2 tabular-nums">
      {from}
      <Arrow />
      <span className="sr-only">{t('becomes')}</span>
      <strong>{to}</strong>
    </span>
  )
}

function Warnings({ preview }: { readonly preview: Preview }) {
  const t = useTranslations('awards.warnings')
  const rejected = useTranslations('standing.rejected')
  const locale = useLocale()
  if (preview.warnings.length === 0) return <Alert tone="success">{t('none')}</Alert>
  return (
    <Alert tone="warning" title={t('title')}>
      <ul className="grid list-disc gap-1 ps-5">
        {preview.warnings.map((warning) => {
          const change = preview.changes.find(
            ({ before }) => 'holdingId' in warning && before.holdingId === warning.holdingId,
          )
          const reason = change?.rejected ?? ''
          return (
            <li key={`${warning.code} ${change?.before.holdingId ?? ''}`}>
              {t(warning.code, {
                credential: change?.before.credentialCode ?? ('packId' in warning ? warning.packId : ''),
                amount: amountText(locale, change?.burn?.lost ?? 0),
                unit: change ? wordsIn(locale, change.before.unit.plural) : '',
                reason: rejected.has(reason) ? rejected(reason) : reason,
                activity: preview.duplicates[0]?.activity ?? '',
                count: preview.duplicates.length,
              })}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
