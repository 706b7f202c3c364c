import { useLocale, useTranslations } from 'next-intl'
import { Callout } from './Callout.tsx'
import type { Words } from './types.ts'

export interface ChangeProps {
  readonly change: Words | null
  readonly canRenew: boolean | null
}

/** The smallest change that would flip the answer: verified by evaluating the rules with it. */
export function Change({ change, canRenew }: ChangeProps) {
  const t = useTranslations('explanation.change')
  const locale = useLocale()
  if (change === null) return canRenew === false ? <Callout title={t('title')}>{t('none')}</Callout> : null
  return <Callout title={t('title')}>{t('least', { change: locale === 'es' ? change.es : change.en })}</Callout>
}
