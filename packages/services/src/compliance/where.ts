import type { Statement } from '@gs/db'
import { type Day, formatDay, type OrgId } from '@gs/domain'
import type { ComplianceFilter, Sort, SortKey } from '@gs/domain/compliance'
import { containing } from '../kernel/patterns.ts'

/**
 * The one place where a compliance filter becomes SQL: lists, counts and charts all narrow by it, so that every count
 * is that of the rows behind it. Same meaning as `matches` of the domain. Texts are constants; what somebody typed is
 * a value; `$1` is always the organisation. Reads the standings as `s`.
 */
export function whereOf(orgId: OrgId, filter: ComplianceFilter): Statement {
  const values: Value[] = [orgId]
  const parts = ['s.org_id = $1']
  const add = (text: (position: string) => string, value: Value): void => {
    values.push(value)
    parts.push(text(`$${values.length}`))
  }
  const { source, status, credential, unitPath, expiresFrom, expiresTo, missing } = filter
  const name = containing(filter.name)
  if (source !== undefined) add((at) => `s.source = ${at}`, source)
  // One status by itself: then an index gives its rows in the order of their expiry.
  const [only] = status ?? []
  if (only !== undefined && status?.length === 1) add((at) => `s.status = ${at}`, only)
  else if (status && status.length > 1) add((at) => `s.status = any(${at}::text[])`, status)
  if (credential !== undefined) add((at) => `s.credential_code = ${at}`, credential)
  if (unitPath !== undefined) add((at) => `s.unit_path ^@ ${at}`, unitPath)
  if (expiresFrom !== undefined) add((at) => `s.expires_on >= ${at}::date`, dayText(expiresFrom))
  if (expiresTo !== undefined) add((at) => `s.expires_on <= ${at}::date`, dayText(expiresTo))
  if (missing !== undefined) add((at) => `${at}::text = any(s.missing)`, missing)
  if (name !== null) add((at) => `s.person_name ilike ${at}`, name)
  return { text: parts.join(' and '), values }
}

type Value = Statement['values'][number]

const dayText = (day: Day): string => formatDay(day)

const COLUMN: Readonly<Record<SortKey, string>> = {
  name: 's.person_name',
  expires: 's.expires_on',
  status: 's.status',
  credential: 's.credential_code',
  needed: 's.needed',
}

/** The order of a list, from the allow-list alone; the holding makes it total. */
export const orderOf = ({ by, direction }: Sort): string =>
  direction === 'asc' ? `${COLUMN[by]} asc, s.holding_id asc` : `${COLUMN[by]} desc nulls last, s.holding_id asc`
