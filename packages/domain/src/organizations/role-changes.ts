import { err, ok, type PersonId, type Result } from '../kernel/index.ts'
import type { StaffRole } from './permissions.ts'

export type RoleChangeRefusal = 'roles.own' | 'roles.last-administrator' | 'roles.outside-reach'

export interface RoleChange {
  readonly by: PersonId
  readonly of: PersonId
  readonly role: StaffRole
  readonly kind: 'give' | 'withdraw'
  /** Other active people who administer the whole organisation once the change is made. */
  readonly administratorsLeft: number
  /** Whether the unit lies inside the reach of the one who changes. */
  readonly inReach: boolean
}

/** Nobody changes their own roles, the last administrator stays, and no one reaches outside the own units. */
export function judgeRoleChange(change: RoleChange): Result<true, RoleChangeRefusal> {
  if (change.by === change.of) return err('roles.own')
  if (!change.inReach) return err('roles.outside-reach')
  if (change.kind === 'withdraw' && change.role === 'administrator' && change.administratorsLeft === 0)
    return err('roles.last-administrator')
  return ok(true)
}
