import { useLocale, useTranslations } from 'next-intl'
import { useMissingWords } from './use-missing-words.ts'

/**
 * Says what is missing as one sentence part, or that nothing is; each set of codes is worked out once, however many rows
 * of a list lack it. Needs the messages `standing`.
 */
export function useMissingList(): (codes: readonly string[]) => string {
  const t = useTranslations('standing.missing')
  const words = useMissingWords()
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' })
  const said = new Map<string, string>([['', t('nothing')]])
  return (codes) => {
    const key = codes.join(' ')
    const text = said.get(key) ?? list.format(codes.map(words))
    said.set(key, text)
    return text
  }
}
