import { parseDay } from '@gs/domain'

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a part of an address can be an id at all. */
export const isId = (text: string): boolean => UUID.test(text)

/** One value of an address, where there is one. */
export const oneOf = (params: SearchParams, name: string): string | undefined => {
  const value = params[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const dayOf = (params: SearchParams, name: string): string | undefined => {
  const text = oneOf(params, name)
  return text !== undefined && text >= '1900-01-01' && parseDay(text).ok ? text : undefined
}

/** The two days that an address asks about; what is no day asks nothing. */
export function asked(params: SearchParams): { asOf?: string; knownAt?: string } {
  const asOf = dayOf(params, 'asOf')
  const knownAt = dayOf(params, 'knownAt')
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) }
}
