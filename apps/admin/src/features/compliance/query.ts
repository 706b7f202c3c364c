import { formatSort, parseSort, type Sort, STATUSES } from '@gs/domain/compliance'
import type { StandingStatus } from '@gs/domain/rules'
import { address, dayIn, oneOf, type QueryValue, type SearchParams, someOf } from '../list/params.ts'

/** What the address of a compliance page narrows its rows to, as the API takes it. */
export interface ComplianceQuery {
  /** Only what was declared and not confirmed. */
  readonly source?: 'declared'
  readonly status?: StandingStatus[]
  readonly credential?: string
  readonly unitPath?: string
  readonly expiresFrom?: string
  readonly expiresTo?: string
  readonly missing?: string
  readonly name?: string
}

const UNIT_PATH = /^([0-9a-f-]{36}\/){1,12}$/

/** Reads an address; what makes no sense narrows nothing. */
export function complianceQuery(params: SearchParams): ComplianceQuery {
  const status = someOf(params, 'status', STATUSES)
  const unitPath = oneOf(params, 'unit')
  const optional = {
    source: oneOf(params, 'source') === 'declared' ? 'declared' : undefined,
    credential: oneOf(params, 'credential')?.slice(0, 80),
    unitPath: unitPath !== undefined && UNIT_PATH.test(unitPath) ? unitPath : undefined,
    expiresFrom: dayIn(params, 'from'),
    expiresTo: dayIn(params, 'to'),
    missing: oneOf(params, 'missing')?.slice(0, 80),
    name: oneOf(params, 'name')?.slice(0, 120),
  }
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
  return { ...(status.length > 0 ? { status: [...status] } : {}), ...present }
}

export const DEFAULT_SORT: Sort = { by: 'expires', direction: 'asc' }

export const sortIn = (params: SearchParams): Sort => parseSort(oneOf(params, 'sort') ?? '') ?? DEFAULT_SORT

export interface ListAddress {
  readonly query: ComplianceQuery
  readonly sort?: Sort
  readonly page?: number
}

/** As the functions above read it: the address of the list behind a figure. */
export function listAddress({ query, sort, page }: ListAddress, path = '/compliance/list'): string {
  const values: Record<string, QueryValue> = {
    source: query.source,
    status: query.status,
    credential: query.credential,
    unit: query.unitPath,
    from: query.expiresFrom,
    to: query.expiresTo,
    missing: query.missing,
    name: query.name,
    sort: sort && formatSort(sort) !== formatSort(DEFAULT_SORT) ? formatSort(sort) : undefined,
    page,
  }
  return address(path, values)
}
