import type { StaffRole } from '@gs/domain/organizations'

/** Where somebody is: in a region of the organisation, at its root, or in another organisation. */
export type Place = 'north' | 'south' | 'root' | 'rival'

export interface Caller {
  readonly place: Place
  readonly roles: readonly StaffRole[]
  /** What has happened to the person or to the session since they signed in. */
  readonly since?: 'suspended' | 'revoked'
}

/** Who calls, of each kind one. Staff roles are held where the person is. */
export const CALLERS = {
  anonymous: null,
  trainer: { place: 'north', roles: [] },
  'trainer elsewhere': { place: 'rival', roles: [] },
  author: { place: 'root', roles: ['author'] },
  registrar: { place: 'north', roles: ['registrar'] },
  staff: { place: 'north', roles: ['staff'] },
  'staff of another region': { place: 'south', roles: ['staff'] },
  auditor: { place: 'root', roles: ['auditor'] },
  administrator: { place: 'root', roles: ['administrator'] },
  'regional administrator': { place: 'north', roles: ['administrator'] },
  'all roles elsewhere': { place: 'rival', roles: ['registrar', 'staff', 'author', 'auditor', 'administrator'] },
  suspended: {
    place: 'root',
    roles: ['registrar', 'staff', 'author', 'auditor', 'administrator'],
    since: 'suspended',
  },
  'session revoked': {
    place: 'root',
    roles: ['registrar', 'staff', 'author', 'auditor', 'administrator'],
    since: 'revoked',
  },
} as const satisfies Readonly<Record<string, Caller | null>>
export type CallerName = keyof typeof CALLERS
export const CALLER_NAMES = Object.keys(CALLERS) as readonly CallerName[]

/** Whose thing an input names: the caller's own, or that of somebody else at a place. */
export const TARGETS = ['own', 'north', 'south', 'rival'] as const
export type Target = (typeof TARGETS)[number]

/** The caller of a name; `as const` keeps the names, this forgets the rest. */
export const callerOf = (name: CallerName): Caller | null => CALLERS[name]
