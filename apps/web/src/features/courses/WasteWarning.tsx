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

/** What finishing now would waste, for which holding, because of what, and from which day it would not. */
export function WasteWarning({ worth, beside }: WasteWarningProps) {
  const t = useTranslations('courses.waste')
  const locale = useAppLocale()
  return (
    <div className="space-y-3">
      <ul className="space-y-3">
        {wasting(worth).map((each) => (
          <li key={each.holdingId}>
            <p>
              {t('amount', {
                wastes: creditsText(locale, each.wastes, each.unit),
                credits: creditsText(locale, each.credits, each.unit),
                name: t('holding', { body: each.body, name: each.packName[locale] }),
              })}
            </p>
            {beside.length > 0 && each.wastes > each.wastesAlone ? (
              <p>{t('because', { titles: new Intl.ListFormat(locale).format(beside) })}</p>
            ) : null}
            <p className="font-medium">
              {each.fullFrom ? t('from', { day: formatCivilDay(locale, each.fullFrom, 'long') }) : t('fromUnknown')}
            </p>
          </li>
        ))}
      </ul>
      <p className="text-muted">{t('kept')}</p>
    </div>
  )
}
