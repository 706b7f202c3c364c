import { getTranslations } from 'next-intl/server'

const KNOWN = ['cpr-aed', 'cpr', 'cpr-a', 'ecc'] as const

/** Names card types in the reader's language; a type that the product has no word for keeps its own. */
export async function cardNames(): Promise<(type: string) => string> {
  const t = await getTranslations('standings.cards')
  return (type) => {
    const known = KNOWN.find((each) => each === type)
    return known ? t(known) : t('other', { type })
  }
}
