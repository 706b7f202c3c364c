import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'

/** The days for which a version was published. */
export function EffectiveDays({ from, to }: { readonly from: string; readonly to: string | null }) {
  const t = useTranslations('packs')
  const locale = useLocale()
  const first = formatCivilDay(locale, from)
  return to === null
    ? t('effectiveFrom', { from: first })
    : t('effectiveSpan', { from: first, to: formatCivilDay(locale, to) })
}
