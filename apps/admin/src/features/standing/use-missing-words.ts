import { readMissing } from '@gs/domain/rules'
import { useLocale, useTranslations } from 'next-intl'
import { useCardName } from './use-card-name.ts'

// What a code is called depends on the language alone, and a filter offers dozens of them on every page.
const kept = new Map<string, Map<string, string>>()
const MOST_KEPT = 2000

function keptIn(locale: string): Map<string, string> {
  const found = kept.get(locale)
  if (found && found.size < MOST_KEPT) return found
  const fresh = new Map<string, string>()
  kept.set(locale, fresh)
  return fresh
}

/** Says what a missing code means; needs the messages `standing`. */
export function useMissingWords(): (code: string) => string {
  const t = useTranslations('standing.missing')
  const card = useCardName()
  const said = keptIn(useLocale())
  const say = (code: string): string => {
    const { kind, subject, detail, incurable } = readMissing(code)
    const shown = kind === 'card' ? card(subject) : subject
    const key = kind !== 'card' || detail === null ? kind : `card-${detail}`
    const what = t.has(key)
      ? t(key, { subject: shown, detail: detail ?? '' })
      : t('card-other', { subject: shown, detail: detail ?? '' })
    return incurable ? t('incurable', { what }) : what
  }
  return (code) => {
    const words = said.get(code) ?? say(code)
    said.set(code, words)
    return words
  }
}
