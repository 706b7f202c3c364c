export const SHOWS = ['staff', 'all', 'suspended'] as const

export interface MemberQuery {
  readonly search: string
  readonly show: (typeof SHOWS)[number]
  /** From 1. */
  readonly page: number
}

type Address = Readonly<Record<string, string | string[] | undefined>>

/** The page that an address asks for; 1 where it asks for none that can be. */
export function pageOf(address: Address): number {
  const page = Number(address.page)
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** Search, choice and page from the address; what makes no sense is left out. */
export function memberQuery(address: Address): MemberQuery {
  const search = typeof address.search === 'string' ? address.search.trim().slice(0, 100) : ''
  return {
    search,
    show: SHOWS.find((show) => show === address.show) ?? (search ? 'all' : 'staff'),
    page: pageOf(address),
  }
}

/** The address of a query. */
export const memberHref = ({ search, show, page }: MemberQuery): string =>
  `/settings?${new URLSearchParams({ ...(search ? { search } : {}), show, ...(page > 1 ? { page: String(page) } : {}) })}`
