import type { Permission } from '@gs/domain/organizations'

export interface NavigationEntry {
  readonly href: string
  readonly name:
    | 'people'
    | 'awards'
    | 'reviews'
    | 'renewals'
    | 'courses'
    | 'packs'
    | 'compliance'
    | 'planning'
    | 'activity'
    | 'ledger'
    | 'settings'
  readonly needs: Permission
}

/** The console's rooms, each for those who may do something in it. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { href: '/compliance', name: 'compliance', needs: 'compliance.read' },
  { href: '/planning', name: 'planning', needs: 'plans.propose' },
  { href: '/people', name: 'people', needs: 'people.read' },
  { href: '/awards', name: 'awards', needs: 'awards.write' },
  { href: '/reviews', name: 'reviews', needs: 'reviews.decide' },
  { href: '/renewals', name: 'renewals', needs: 'renewals.decide' },
  { href: '/courses', name: 'courses', needs: 'courses.read' },
  { href: '/packs', name: 'packs', needs: 'packs.read' },
  { href: '/ledger', name: 'ledger', needs: 'ledger.read' },
  { href: '/activity', name: 'activity', needs: 'trail.read' },
  { href: '/settings', name: 'settings', needs: 'people.manage' },
]

/** Where somebody begins: the first room that is open to them. */
export const firstRoom = (permissions: readonly Permission[]): string | undefined =>
  NAVIGATION.find(({ needs }) => permissions.includes(needs))?.href
