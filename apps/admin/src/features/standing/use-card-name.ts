import { useTranslations } from 'next-intl'

/** Names a card type ("CPR/AED"); one that the product has no word for keeps its own. Needs the messages `standing`. */
export function useCardName(): (type: string) => string {
  const t = useTranslations('standing.cardTypes')
  return (type) => (t.has(type) ? t(type) : type)
}
