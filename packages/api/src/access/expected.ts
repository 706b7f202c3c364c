import { ROLE_PERMISSIONS } from '@gs/domain/organizations'
import type { Policy } from '../base/policy.ts'
import { type CallerName, callerOf, type Place, type Target } from './callers.ts'
import type { Expectation } from './expectation.ts'

/** `denied`: refused whoever is meant; `hidden`: what is meant does not exist for the caller; `allowed`: the rest. */
export type Verdict = 'allowed' | 'hidden' | 'denied'

const placeOf = (target: Target, own: Place): Place => (target === 'own' ? own : target)
const reaches = (from: Place, to: Place): boolean => from === to || (from === 'root' && to !== 'rival')
const sameOrganisation = (one: Place, other: Place): boolean => (one === 'rival') === (other === 'rival')

/** What a declared policy means for one caller and one target. */
export function expectedOf(
  policy: Policy,
  row: Expectation,
  { caller, target }: { readonly caller: CallerName; readonly target: Target },
): Verdict {
  if (policy.access === 'public') return 'allowed'
  const who = callerOf(caller)
  if (!who || who.since) return 'denied'
  if (policy.access === 'permission') {
    const { permission } = policy
    if (!who.roles.some((role) => ROLE_PERMISSIONS[role].includes(permission))) return 'denied'
  }
  // What names nothing and concerns the whole organisation is refused outright where a role ends at a unit.
  if (row.wholeOnly && row.names === 'nothing' && who.place !== 'root' && who.place !== 'rival') return 'denied'
  if (row.names === 'nothing' || row.names === 'filter') return 'allowed'
  if (row.wholeOnly && who.place !== 'root' && who.place !== 'rival') return 'hidden'
  if (target === 'own') return row.own ?? 'allowed'
  const place = placeOf(target, who.place)
  if (row.names === 'organisation') return sameOrganisation(who.place, place) ? 'allowed' : 'hidden'
  if (policy.access === 'own') return 'hidden'
  return reaches(who.place, place) ? 'allowed' : 'hidden'
}
