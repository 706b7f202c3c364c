import type { Permission, StaffRole } from '@gs/domain/organizations'

/** Who of the demo's staff holds which role, and where it ends. */
export const STAFF: Readonly<Record<StaffRole, string>> = {
  registrar: 'registrar@demo.test',
  staff: 'staff@demo.test',
  author: 'author@demo.test',
  auditor: 'auditor@demo.test',
  administrator: 'admin@demo.test',
}

/** What each room of the console takes to enter; nothing: any role. A page belongs to the longest path that begins it. */
const ROOMS: Readonly<Record<string, Permission | undefined>> = {
  '/': undefined,
  '/people': 'people.read',
  '/people/[personId]/holdings/new': 'holdings.write',
  '/awards': 'awards.write',
  '/reviews': 'reviews.decide',
  '/renewals': 'renewals.decide',
  '/courses': 'courses.read',
  '/courses/new': 'courses.write',
  '/courses/[courseId]/about': 'courses.write',
  '/courses/[courseId]/offer': 'courses.write',
  '/courses/[courseId]/lessons': 'courses.write',
  '/courses/[courseId]/questions': 'courses.write',
  '/packs': 'packs.read',
  '/compliance': 'compliance.read',
  '/planning': 'plans.propose',
  '/ledger': 'ledger.read',
  '/activity': 'trail.read',
  '/settings': 'people.manage',
  '/settings/mail': 'mail.read',
  '/settings/reminders': 'reminders.release',
  '/settings/account': undefined,
}

/** The permission that a page of the console takes. Throws for a page in a room that nobody has named here. */
export function permissionFor(pattern: string): Permission | undefined {
  const room = Object.keys(ROOMS)
    .filter((path) => pattern === path || (path !== '/' && pattern.startsWith(`${path}/`)))
    .sort((one, other) => other.length - one.length)[0]
  if (room === undefined) throw new Error(`${pattern}: say who may enter`)
  return ROOMS[room]
}
