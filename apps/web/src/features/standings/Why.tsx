import { DialogOpener, VisuallyHidden } from '@gs/ui'
import type { ReactNode } from 'react'
import type { HoldingView, Reason } from './types.ts'
import type { Wording } from './wording.ts'

interface WhyProps {
  readonly holding: HoldingView
  readonly figure: Reason['figure']
  readonly title: string
  readonly today: string
  readonly words: Wording
  /** Arithmetic of the page's own, before the rules. */
  readonly children?: ReactNode
}

/** Opens the reasons of one figure: rule, version, source and arithmetic. */
export function Why({ holding, figure, title, today, words, children }: WhyProps) {
  const { t } = words
  const reasons = holding.reasons.filter((reason) => reason.figure === figure)
  return (
    <DialogOpener
      label={
        <>
          {t('why.label')} <VisuallyHidden>{t('why.about', { figure: title })}</VisuallyHidden>
        </>
      }
      variant="ghost"
      buttonSize="sm"
      className="-ms-3 text-accent-ink! underline-offset-3 hover:underline"
      title={t('why.title', { figure: title })}
      description={t('why.intro', { credential: holding.credential.name, day: words.day(today) })}
      closeLabel={t('why.close')}
    >
      {children}
      {reasons.length === 0 && !children ? <p>{t('why.none')}</p> : null}
      <ReasonList reasons={reasons} words={words} />
      <p className="mt-2 text-muted text-sm">
        {t('why.pack', { pack: holding.rules.packId, version: holding.rules.version })}
      </p>
    </DialogOpener>
  )
}

/** The steps in order; each names its rule and its source. */
export function ReasonList({ reasons, words }: { reasons: readonly Omit<Reason, 'figure'>[]; words: Wording }) {
  const { t, language, amount } = words
  return (
    <ol className="divide-y divide-line">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps have an order and nothing else.
        <li key={index} className="py-3">
          <div className="flex items-baseline justify-between gap-4">
            <p className="min-w-0">{language === 'es' ? reason.textEs : reason.text}</p>
            {reason.amount === undefined ? null : (
              <span className="shrink-0 font-semibold tabular-nums">{amount(reason.amount)}</span>
            )}
          </div>
          <p className="mt-1 break-words text-muted text-sm">
            {t('why.rule', { rule: reason.rule })} · <Source source={reason.source} words={words} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function Source({ source, words: { t } }: { source: string; words: Wording }) {
  if (source === 'convention') return t('why.convention')
  if (!/^https?:\/\//.test(source)) return source
  return (
    <a href={source} rel="noreferrer" className="text-accent-ink underline underline-offset-3">
      {t('why.source')}
    </a>
  )
}
