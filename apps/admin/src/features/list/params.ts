import { parseDay } from '@gs/domain'

/** The query of a page as Next gives it. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

/** One value of a query, trimmed and without control characters; nothing where it is empty. */
export function oneOf(params: SearchParams, name: string): string | undefined {
  const value = params[name]
  const text = (Array.isArray(value) ? value[0] : value)?.replace(/\p{Cc}/gu, '').trim()
  return text ? text : undefined
}

/** All values of a query that are among the allowed ones. */
export function someOf<T extends string>(params: SearchParams, name: string, allowed: readonly T[]): readonly T[] {
  const value = params[name]
  const texts = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return allowed.filter((each) => texts.includes(each))
}

/** The API knows no earlier day. */
const EARLIEST = '1900-01-01'

/** A civil day of a query, as text; nothing where it is no day. */
export function dayIn(params: SearchParams, name: string): string | undefined {
  const text = oneOf(params, name)
  return text !== undefined && text >= EARLIEST && parseDay(text).ok ? text : undefined
}

/** The page of a list, from 1. */
export function pageIn(params: SearchParams): number {
  const page = Number(oneOf(params, 'page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

export type QueryValue = string | number | readonly string[] | undefined

/** An address with a query; what is absent or empty is left out, and so is the first page. */
export function address(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || (name === 'page' && value === 1)) continue
    if (Array.isArray(value)) for (const each of value) search.append(name, each)
    else search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
