import { useLocale, useTranslations } from 'next-intl'
import { useMissingWords } from './use-missing-words.ts'

/** What is missing, in words, as one sentence part. */
export function MissingList({ codes }: { readonly codes: readonly string[] }) {
  const t = useTranslations('standing.missing')
  const locale = useLocale()
  const words = useMissingWords()
  if (codes.length === 0) return <span className="text-muted">{t('nothing')}</span>
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(codes.map(words))
}
