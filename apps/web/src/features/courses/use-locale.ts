import type { Locale } from '@gs/ui/locale'
import { useLocale } from 'next-intl'

/** The page's language as one of those that are complete. */
export const useAppLocale = (): Locale => (useLocale() === 'es' ? 'es' : 'en')
