import type { Permission } from '@gs/domain/organizations'

/** What may be seen of a person, in the order of the tabs. */
export const PERSON_TABS = ['standing', 'plan', 'ledger', 'records', 'submissions', 'trail'] as const
export type PersonTab = (typeof PERSON_TABS)[number]

const NEEDS: Readonly<Record<PersonTab, Permission>> = {
  standing: 'people.read',
  plan: 'plans.propose',
  ledger: 'ledger.read',
  records: 'records.read',
  submissions: 'reviews.decide',
  trail: 'trail.read',
}

/** The tabs that a reader with these permissions has. */
export const tabsFor = (permissions: readonly Permission[]): readonly PersonTab[] =>
  PERSON_TABS.filter((tab) => permissions.includes(NEEDS[tab]))
