/**
 * Roles, what each may do, and how far. Everybody who belongs to an organisation is a trainer in it;
 * staff roles are held at a unit and reach what lies below it, nothing beside it.
 */
export const STAFF_ROLES = ['registrar', 'staff', 'author', 'auditor', 'administrator'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const PERMISSIONS = [
  'people.read',
  'people.manage',
  'awards.write',
  'reviews.decide',
  'renewals.decide',
  'holdings.write',
  'records.read',
  'records.write',
  'courses.read',
  'courses.write',
  'compliance.read',
  'ledger.read',
  'trail.read',
  'mail.read',
  'reminders.release',
  'packs.read',
  'plans.propose',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly Permission[]>> = {
  registrar: [
    'people.read',
    'awards.write',
    'reviews.decide',
    'renewals.decide',
    'holdings.write',
    'records.read',
    'records.write',
    'courses.read',
    'compliance.read',
    'ledger.read',
    'reminders.release',
    'packs.read',
    'plans.propose',
  ],
  staff: ['people.read', 'compliance.read', 'records.read', 'packs.read', 'plans.propose'],
  author: ['courses.read', 'courses.write'],
  auditor: ['people.read', 'compliance.read', 'ledger.read', 'trail.read', 'records.read', 'packs.read'],
  administrator: ['people.read', 'people.manage', 'mail.read', 'reminders.release', 'trail.read'],
}

/** One staff role held at a unit; `unitPath` is the path of unit ids from the root, each followed by a slash. */
export interface Grant {
  readonly role: StaffRole
  readonly unitId: string
  readonly unitPath: string
}

/** Whether a role gives a permission. */
export const roleAllows = (role: StaffRole, permission: Permission): boolean =>
  ROLE_PERMISSIONS[role].includes(permission)

/** The unit paths below which the grants give a permission; empty where they give it nowhere. */
export function reachOf(grants: readonly Grant[], permission: Permission): readonly string[] {
  const paths = grants.filter((grant) => roleAllows(grant.role, permission)).map((grant) => grant.unitPath)
  // A path below another adds nothing.
  return [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && path.startsWith(other)))
}

/** Whether a unit lies inside a reach. */
export const reaches = (reach: readonly string[], unitPath: string): boolean =>
  reach.some((prefix) => unitPath.startsWith(prefix))
