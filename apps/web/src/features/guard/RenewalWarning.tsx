import { LaterList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useTranslations } from 'next-intl'
import { creditsText, type UnitWords } from '../courses/credits-text.ts'
import { useAppLocale } from '../courses/use-locale.ts'
import type { RenewableHolding } from '../renewals/types.ts'

export interface RenewalWarningProps {
  readonly burn: NonNullable<RenewableHolding['burn']>
  readonly unit: UnitWords
}

/** What a renewal today would use up that the next cycle could count. */
export function RenewalWarning({ burn, unit }: RenewalWarningProps) {
  const t = useTranslations('guard.renewal')
  const locale = useAppLocale()
  return (
    <LaterList
      note={t('note')}
      items={[
        {
          id: 'renewal',
          lost: t('lost', { lost: creditsText(locale, burn.lost, unit) }),
          because:
            burn.begun.length > 0 ? t('begun', { titles: new Intl.ListFormat(locale).format(burn.begun) }) : undefined,
          from: burn.fullFrom ? t('from', { day: formatCivilDay(locale, burn.fullFrom, 'long') }) : '',
        },
      ]}
    />
  )
}
