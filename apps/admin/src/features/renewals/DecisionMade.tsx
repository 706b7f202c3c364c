import { RENEWAL_REFUSALS } from '@gs/domain/credentials'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import type { RenewalView } from './types.ts'

/** Who decided what and when, why, and what it opened. */
export function DecisionMade({ renewal }: { readonly renewal: RenewalView }) {
  const t = useTranslations('renewals')
  const locale = useLocale()
  const { decision, opened, status } = renewal
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  const reason = RENEWAL_REFUSALS.find((each) => each === decision?.reasonCode)
  if (!decision) return <p>{t(`status.${status}`)}</p>
  const by = decision.by ?? t('decision.system')
  return (
    <div className="grid gap-1.5">
      <p className="font-semibold">
        {t('decision.decided', { status: t(`status.${status}`), day: day(decision.on), by })}
      </p>
      {reason ? <p>{t('decision.reason', { reason: t(`reasons.${reason}`) })}</p> : null}
      {decision.note ? <p className="break-words">{t('decision.note', { note: decision.note })}</p> : null}
      {opened?.to ? <p>{t('decision.opened', { from: day(opened.from), to: day(opened.to) })}</p> : null}
    </div>
  )
}
