import { Change, Reasons } from '@gs/lobby/explanation'
import { DialogOpener, VisuallyHidden } from '@gs/ui'
import Link from 'next/link'
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
      description={t('why.intro', { credential: holding.credential.name[words.language], day: words.day(today) })}
      closeLabel={t('why.close')}
    >
      {children}
      {reasons.length === 0 && !children ? <p>{t('why.none')}</p> : null}
      {figure === 'missing' ? <Change change={holding.change} canRenew={holding.canRenew} /> : null}
      <Reasons reasons={reasons} unit={words.unit} />
      <p className="mt-2 text-muted text-sm">
        {t('why.pack', { pack: holding.rules.packId, version: holding.rules.version })} ·{' '}
        <Link
          href={`/standing/${holding.holdingId}/explanation`}
          prefetch={false}
          className="text-accent-ink underline underline-offset-3"
        >
          {t('why.full')}
        </Link>
      </p>
    </DialogOpener>
  )
}
