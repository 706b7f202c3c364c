import { LaterList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useTranslations } from 'next-intl'
import { creditsText } from './credits-text.ts'
import { useAppLocale } from './use-locale.ts'
import { type HoldingWorth, wasting } from './worth-view.ts'

export interface WasteWarningProps {
  readonly worth: readonly HoldingWorth[]
  /** Titles of the courses begun beside it. */
  readonly beside: readonly string[]
}

/** What finishing now would burn, for which holding, because of what, and from which day it would not. */
export function WasteWarning({ worth, beside }: WasteWarningProps) {
  const t = useTranslations('courses.waste')
  const locale = useAppLocale()
  return (
    <LaterList
      note={t('kept')}
      items={wasting(worth).map((each) => ({
        id: each.holdingId,
        lost: t('amount', {
          wastes: creditsText(locale, each.burns, each.unit),
          credits: creditsText(locale, each.credits, each.unit),
          name: t('holding', { body: each.body, name: each.packName[locale] }),
        }),
        because:
          beside.length > 0 && each.burns > each.burnsAlone
            ? t('because', { titles: new Intl.ListFormat(locale).format(beside) })
            : undefined,
        from: each.fullFrom ? t('from', { day: formatCivilDay(locale, each.fullFrom, 'long') }) : t('fromUnknown'),
      }))}
    />
  )
}
