import { Pagination } from '@gs/ui'
import { useLocale, useTranslations } from 'next-intl'

export interface PageNavigationProps {
  readonly page: number
  readonly pages: number
  readonly total: number
  /** The address of a page of this list. */
  readonly hrefOf: (page: number) => string
}

/** How many rows there are, which page this is, and the way to its neighbours. */
export function PageNavigation({ page, pages, total, hrefOf }: PageNavigationProps) {
  const t = useTranslations('list')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  return (
    <Pagination
      label={t('pages')}
      summary={t('summary', { total: number.format(total), count: total, page, pages })}
      previousLabel={t('previous')}
      nextLabel={t('next')}
      {...(page > 1 ? { previousHref: hrefOf(page - 1) } : {})}
      {...(page < pages ? { nextHref: hrefOf(page + 1) } : {})}
    />
  )
}
