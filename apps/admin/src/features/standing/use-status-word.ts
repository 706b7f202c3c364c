import { useTranslations } from 'next-intl'

/** Says a status; one that the product has no word for keeps its own. Needs the messages `standing`. */
export function useStatusWord(): (status: string) => string {
  const t = useTranslations('standing.status')
  return (status) => (t.has(status) ? t(status) : status)
}
