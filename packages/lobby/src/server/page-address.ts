/** What a page gets of its address. */
export interface PageAddress {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}
