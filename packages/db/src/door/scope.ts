import type { OrgId, PersonId } from '@gs/domain'
import pg from 'pg'

/**
 * In whose name and how far a transaction sees: set locally for row-level security.
 * `reach`: '*' the whole organisation, or unit paths; none for a trainer's own things.
 */
export interface Scope {
  readonly orgId: OrgId
  readonly personId?: PersonId | undefined
  readonly reach: '*' | readonly string[]
}

/** The reach as the database reads it. */
export const reachText = ({ reach }: Scope): string => (reach === '*' ? '*' : reach.join('|'))

/** The statements that open a transaction in a scope, as one text so that they are one trip. */
export function openingOf(
  scope: Scope,
  begin: 'begin' | 'begin read only' | 'begin isolation level repeatable read read only',
): string {
  const set = (name: string, value: string): string => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`
  return `${begin}; select ${set('app.org', scope.orgId)}, ${set('app.person', scope.personId ?? '')}, ${set('app.reach', reachText(scope))}`
}
