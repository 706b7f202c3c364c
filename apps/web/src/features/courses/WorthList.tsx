import type { Tone } from '@gs/ui'
import { ToneIcon } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useTranslations } from 'next-intl'
import { creditsText } from './credits-text.ts'
import { useAppLocale } from './use-locale.ts'
import { type HoldingWorth, type WorthKind, worthKind } from './worth-view.ts'

const TONES: Readonly<Record<WorthKind, Tone>> = {
  counts: 'good',
  carries: 'info',
  part: 'soon',
  wasted: 'soon',
  rejected: 'out',
  nothing: 'neutral',
}

/** What a course is worth to each holding of the reader, in the unit of each body. */
export function WorthList({ worth }: { readonly worth: readonly HoldingWorth[] }) {
  const t = useTranslations('courses.worth')
  if (worth.length === 0) return <p className="text-muted text-sm">{t('none')}</p>
  return (
    <ul className="space-y-2">
      {worth.map((each) => (
        <WorthLine key={each.holdingId} worth={each} />
      ))}
    </ul>
  )
}

function WorthLine({ worth }: { readonly worth: HoldingWorth }) {
  const t = useTranslations('courses.worth')
  const locale = useAppLocale()
  const kind = worthKind(worth)
  const words = (amount: number): string => creditsText(locale, amount, worth.unit)
  return (
    <li className="flex items-start gap-2.5">
      <ToneIcon tone={TONES[kind]} className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <p>
          <strong className="font-semibold">{t('holding', { body: worth.body, name: worth.packName[locale] })}</strong>:{' '}
          {t(kind, {
            credits: words(worth.credits),
            counts: words(worth.counts),
            wastes: words(worth.wastes),
            carries: words(worth.carries),
            reason: worth.rejected ?? '',
          })}
          {worth.completes ? ` ${t('completes')}` : null}
        </p>
        {worth.burns > 0 ? (
          <p className="text-muted text-sm">
            {worth.fullFrom
              ? t('fullFrom', { day: formatCivilDay(locale, worth.fullFrom, 'long') })
              : t('fullFromUnknown')}
          </p>
        ) : null}
      </div>
    </li>
  )
}
