import type { TraceLine } from '@gs/domain/rules'
import { DialogOpener } from '@gs/ui'
import { CircleHelp } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { amountText } from './amount.ts'

export interface WhyDialogProps {
  readonly credential: string
  readonly unit: string
  readonly trace: readonly TraceLine[]
}

/** The reasons of a standing: rule, source and arithmetic, step by step. */
export function WhyDialog({ credential, unit, trace }: WhyDialogProps) {
  const t = useTranslations('standing')
  return (
    <DialogOpener
      label={t('why.open')}
      icon={<CircleHelp />}
      variant="ghost"
      title={t('why.title', { credential })}
      description={t('why.intro')}
      closeLabel={t('close')}
      size="lg"
    >
      {trace.length === 0 ? <p className="text-muted">{t('why.none')}</p> : <TraceSteps trace={trace} unit={unit} />}
    </DialogOpener>
  )
}

function TraceSteps({ trace, unit }: Pick<WhyDialogProps, 'trace' | 'unit'>) {
  const t = useTranslations('standing.why')
  const locale = useLocale()
  return (
    <ol className="grid gap-4">
      {trace.map((line) => (
        <li
          key={`${line.rule} ${line.text}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b pb-3 last:border-0"
        >
          <p>{locale === 'es' ? line.textEs : line.text}</p>
          {line.amount !== undefined && (
            <p className="text-end font-medium tabular-nums">
              {t('amount', { amount: amountText(locale, line.amount), unit })}
            </p>
          )}
          <p className="col-span-2 mt-0.5 break-words text-muted text-sm">
            {line.source.startsWith('https://') ? (
              <a className="text-accent-ink underline" href={line.source} rel="noreferrer" target="_blank">
                {t('source', { source: new URL(line.source).hostname })}
              </a>
            ) : (
              t('source', { source: line.source })
            )}{' '}
            · <code>{line.rule}</code>
          </p>
        </li>
      ))}
    </ol>
  )
}
