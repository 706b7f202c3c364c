import { formatThousandths } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import type { ReasonLine } from './types.ts'

export interface ReasonsProps {
  readonly reasons: readonly ReasonLine[]
  /** The unit of the amounts, as it is said of many. */
  readonly unit: string
}

/** The steps of a standing in order: the rule in words, what it came to, its name and its source. The same words in both apps. */
export function Reasons({ reasons, unit }: ReasonsProps) {
  const t = useTranslations('explanation')
  const locale = useLocale()
  return (
    <ol className="divide-y divide-line">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps have an order and nothing else.
        <li key={index} className="break-inside-avoid py-3">
          <div className="flex items-baseline justify-between gap-4">
            <p className="min-w-0">{locale === 'es' ? reason.textEs : reason.text}</p>
            {reason.amount === undefined ? null : (
              <p className="shrink-0 text-end font-semibold tabular-nums">
                {t('amount', { amount: formatThousandths(locale, reason.amount), unit })}
              </p>
            )}
          </div>
          <p className="mt-1 break-words text-muted text-sm">
            {t('rule', { rule: reason.rule })} · <Source source={reason.source} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** Addresses are links on a screen and stand in full on paper. */
function Source({ source }: { readonly source: string }) {
  const t = useTranslations('explanation')
  if (source === 'convention') return t('convention')
  if (!/^https?:\/\//.test(source)) return source
  return (
    <a href={source} rel="noreferrer" className="text-accent-ink underline underline-offset-3">
      <span className="print:hidden">{t('source', { host: new URL(source).hostname })}</span>
      <span className="hidden break-all print:inline">{source}</span>
    </a>
  )
}
