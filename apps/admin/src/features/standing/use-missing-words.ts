import { readMissing } from '@gs/domain/rules'
import { useTranslations } from 'next-intl'
import { useCardName } from './use-card-name.ts'

/** Says what a missing code means; needs the messages `standing`. */
export function useMissingWords(): (code: string) => string {
  const t = useTranslations('standing.missing')
  const card = useCardName()
  return (code) => {
    const { kind, subject, detail, incurable } = readMissing(code)
    const shown = kind === 'card' ? card(subject) : subject
    const key = kind !== 'card' || detail === null ? kind : `card-${detail}`
    const what = t.has(key)
      ? t(key, { subject: shown, detail: detail ?? '' })
      : t('card-other', { subject: shown, detail: detail ?? '' })
    return incurable ? t('incurable', { what }) : what
  }
}
