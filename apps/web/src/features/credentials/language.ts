import type { Words } from '@gs/domain/rules'

/** The language of the rules' words that is nearest to the reader's. */
export const languageOf = (locale: string): keyof Words => (locale === 'es' ? 'es' : 'en')
