import { withRead } from '@gs/db'
import { formatDay, type OrgId, type PersonId } from '@gs/domain'
import {
  isQuiet,
  type Owed,
  type QuietHours,
  REMINDER_KINDS,
  type ReminderKind,
  reminderKey,
} from '@gs/domain/notifications'
import { type Deps, systemScope } from '../kernel/index.ts'
import { remindersOf } from './person-reminders.ts'

/** People looked at in one transaction. */
const BATCH = 100

export interface OwedTo {
  readonly personId: PersonId
  readonly owed: readonly Owed[]
}

export interface OwedNow extends OwedTo {
  /** It is night for them: what is owed stays owed, and a later run finds it. */
  readonly asleep: boolean
}

// Whoever nothing of this is true of is owed nothing: the dates are wider than any stage of `owedReminders`.
const CANDIDATES = `select p.id, p.time_zone as zone from people p where p.org_id = $1 and p.status = 'active' and (
    exists (select 1 from standings s where s.org_id = p.org_id and s.person_id = p.id
      and s.expires_on between $2::date - 800 and $2::date + 420)
    or exists (select 1 from submissions s where s.org_id = p.org_id and s.person_id = p.id and s.status = 'waiting'
      and s.filed_on <= $2::date - 14)
    or exists (select 1 from plans a where a.org_id = p.org_id and a.person_id = p.id and a.status = 'adopted'))
  order by p.id`

/** What everybody of an organisation is owed today, and for whom it is night. */
export async function owedInOrganisation(
  deps: Pick<Deps, 'database' | 'clock'>,
  orgId: OrgId,
  quiet: QuietHours,
): Promise<readonly OwedNow[]> {
  const today = deps.clock.today()
  const now = deps.clock.now()
  const people = await withRead(deps.database, systemScope(orgId), async ({ client }) => {
    const { rows } = await client.query<{ id: PersonId; zone: string }>({
      name: 'reminder-candidates',
      text: CANDIDATES,
      values: [orgId, formatDay(today)],
    })
    return rows
  })
  const hours = new Map([...new Set(people.map(({ zone }) => zone))].map((zone) => [zone, hourIn(zone, now)]))
  const nights = people.map(({ id, zone }) => ({ id, asleep: isQuiet(quiet, hours.get(zone) ?? now.getUTCHours()) }))
  const owed: OwedNow[] = []
  for (let at = 0; at < nights.length; at += BATCH)
    owed.push(...(await owedToBatch(deps, { orgId, people: nights.slice(at, at + BATCH) })))
  return owed
}

interface Batch {
  readonly orgId: OrgId
  readonly people: readonly { readonly id: PersonId; readonly asleep: boolean }[]
}

const owedToBatch = (deps: Pick<Deps, 'database' | 'clock'>, { orgId, people }: Batch): Promise<readonly OwedNow[]> =>
  withRead(deps.database, systemScope(orgId), async (tx) => {
    const found: OwedNow[] = []
    for (const { id: personId, asleep } of people) {
      const { owed } = await remindersOf(tx, { orgId, personId, clock: deps.clock })
      if (owed.length > 0) found.push({ personId, owed, asleep })
    }
    return found
  })

/** The hour of the day in a zone; in UTC where nobody knows the zone. */
function hourIn(zone: string, now: Date): number {
  try {
    return Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now))
  } catch {
    return now.getUTCHours()
  }
}

export type ReminderCounts = Readonly<Record<ReminderKind, number>>

/** How many of each kind. */
export const countsOf = (owed: readonly OwedTo[]): ReminderCounts => {
  const all = owed.flatMap((each) => each.owed)
  const count = (kind: ReminderKind): number => all.filter((one) => one.kind === kind).length
  const [deadline, card, pace, evidence, plan] = REMINDER_KINDS.map(count)
  return { deadline: deadline ?? 0, card: card ?? 0, pace: pace ?? 0, evidence: evidence ?? 0, plan: plan ?? 0 }
}

export const totalOf = (owed: readonly OwedTo[]): number => owed.reduce((sum, each) => sum + each.owed.length, 0)

/** The first `most` of them, those due longest ago first. */
export function firstOf(owed: readonly OwedTo[], most: number): readonly OwedTo[] {
  const flat = owed
    .flatMap(({ personId, owed: list }) => list.map((one) => ({ personId, one })))
    .sort((a, b) => a.one.dueOn - b.one.dueOn)
    .slice(0, most)
  const byPerson = new Map<PersonId, Owed[]>()
  for (const { personId, one } of flat) byPerson.set(personId, [...(byPerson.get(personId) ?? []), one])
  return [...byPerson].map(([personId, list]) => ({ personId, owed: list }))
}

/** What is left of it when some went out. */
export function withoutGiven(owed: readonly OwedTo[], given: readonly OwedTo[]): readonly OwedTo[] {
  const keyOf = (personId: PersonId, one: Owed): string => `${personId}:${reminderKey(one)}`
  const gone = new Set(given.flatMap(({ personId, owed: list }) => list.map((one) => keyOf(personId, one))))
  return owed.flatMap(({ personId, owed: list }): OwedTo[] => {
    const left = list.filter((one) => !gone.has(keyOf(personId, one)))
    return left.length > 0 ? [{ personId, owed: left }] : []
  })
}
