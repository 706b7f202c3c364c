import { type CommandWork, withCommand } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { REMINDER_KINDS, type ReminderKind } from '@gs/domain/notifications'
import { command, type Deps, ownScope, read, type ServiceContext, systemScope } from '../kernel/index.ts'

export interface OwnReminder {
  readonly kind: ReminderKind
  readonly wanted: boolean
}

/** Which reminders the actor wants. */
export function ownReminders(ctx: ServiceContext): Promise<readonly OwnReminder[]> {
  const { orgId, personId } = ctx.actor
  return read(ctx, ownScope(ctx), async (tx) => {
    const { rows } = await tx.client.query<{ kind: ReminderKind }>(
      'select kind from reminder_optouts where org_id = $1 and person_id = $2',
      [orgId, personId],
    )
    const declined = new Set(rows.map(({ kind }) => kind))
    return REMINDER_KINDS.map((kind) => ({ kind, wanted: !declined.has(kind) }))
  })
}

export interface ReminderChoice {
  readonly key: string
  readonly kind: ReminderKind
  readonly wanted: boolean
}

/** Switches one kind of reminder on or off. */
export function setOwnReminder(ctx: ServiceContext, input: ReminderChoice): Promise<OwnReminder> {
  const { key, ...choice } = input
  const call = { scope: ownScope(ctx), name: 'reminders.choose', key, body: choice }
  return command(ctx, call, (door) => choose(ctx, door, { ...ctx.actor, ...choice }))
}

export interface Declining {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly kind: ReminderKind
}

/** Switches a kind off for whoever holds the link of a mail, which the caller has checked; a second time changes nothing. */
export async function declineReminders(deps: Deps, of: Declining): Promise<void> {
  const call = {
    ...systemScope(of.orgId),
    name: 'reminders.decline',
    key: `decline:${deps.ids.next()}`,
    body: of,
    knownOn: deps.clock.today(),
  }
  await withCommand(deps.database, call, (door) => choose(deps, door, { ...of, wanted: false }))
}

async function choose(
  { ids }: Pick<Deps, 'ids'>,
  { tx, audit }: CommandWork,
  { orgId, personId, kind, wanted }: Declining & OwnReminder,
): Promise<OwnReminder> {
  // Somebody who is no more of the organisation has nothing to switch off.
  await tx.client.query(
    wanted
      ? 'delete from reminder_optouts where org_id = $1 and person_id = $2 and kind = $3'
      : `insert into reminder_optouts (org_id, person_id, kind)
         select $1, p.id, $3 from people p where p.org_id = $1 and p.id = $2 on conflict do nothing`,
    [orgId, personId, kind],
  )
  audit({
    id: ids.next(),
    action: wanted ? 'reminders.wanted' : 'reminders.declined',
    subjectKind: 'person',
    subjectId: personId,
    personId,
    after: { kind },
  })
  return { kind, wanted }
}
