import { withCommand } from '@gs/db'
import { type Day, formatDay, type OrgId } from '@gs/domain'
import { type Owed, reminderKey } from '@gs/domain/notifications'
import { read } from '../kernel/command.ts'
import { type Deps, systemScope } from '../kernel/index.ts'
import { countsOf, firstOf, type OwedTo, owedInOrganisation, totalOf, withoutGiven } from './owed-in-organisation.ts'
import { remindersOf } from './person-reminders.ts'
import { queueReminder } from './reminder-mail.ts'
import { reminderSettingsOf } from './settings.ts'

/** People told in one transaction. */
const BATCH = 50

export interface RemindersSent {
  readonly sent: number
  /** Held back above the ceiling until somebody releases them. */
  readonly held: number
}

/**
 * The job: sends what every organisation owes its people now. What was missed is caught up, because it asks what is
 * owed and not what is due today; what is sent is noted in the same transaction as its mail job, under a key that no
 * second run can take. A wave above the ceiling waits for its release.
 */
export async function sendOwedReminders(deps: Deps): Promise<RemindersSent> {
  const { rows } = await deps.database.pool.query<{ id: OrgId }>('select app.all_orgs() as id')
  let total: RemindersSent = { sent: 0, held: 0 }
  for (const { id } of rows) {
    const { sent, held } = await remindOrganisation(deps, id)
    total = { sent: total.sent + sent, held: total.held + held }
  }
  return total
}

async function remindOrganisation(deps: Deps, orgId: OrgId): Promise<RemindersSent> {
  const { settings, wave } = await read(deps, systemScope(orgId), async (tx) => ({
    settings: await reminderSettingsOf(tx, orgId),
    wave: await openWave(tx.client, orgId),
  }))
  const at = deps.clock.now()
  const everybody = await owedInOrganisation(deps, orgId, settings.quiet)
  const owed = everybody.filter(({ asleep }) => !asleep)
  const total = totalOf(owed)
  const released = wave?.status === 'released' && total > 0 ? wave : undefined
  if (!released && total > settings.ceiling) {
    await noteOwed(deps, orgId, { at, left: everybody })
    if (wave?.total !== total) await holdWave(deps, orgId, owed)
    return { sent: 0, held: total }
  }
  // Who released a wave released as many as they saw, and no more.
  const given = released ? firstOf(owed, released.total) : owed
  const sent = await sendAll(deps, orgId, given)
  if (released) await closeWave(deps, orgId, { waveId: released.id, sent })
  await noteOwed(deps, orgId, { at, left: withoutGiven(everybody, given) })
  return { sent, held: 0 }
}

/** Keeps the figures of what is still owed, for whoever looks before the next run. */
async function noteOwed(
  { database }: Deps,
  orgId: OrgId,
  { at, left }: { readonly at: Date; readonly left: readonly OwedTo[] },
): Promise<void> {
  await database.pool.query('select app.note_reminders_owed($1, $2, $3, $4, $5)', [
    orgId,
    at.toISOString(),
    JSON.stringify(countsOf(left)),
    totalOf(left),
    left.length,
  ])
}

interface Querying {
  query<Row extends object>(text: string, values: readonly unknown[]): Promise<{ readonly rows: Row[] }>
}

interface OpenWave {
  readonly id: string
  readonly status: 'held' | 'released'
  readonly total: number
}

async function openWave(client: Querying, orgId: OrgId): Promise<OpenWave | undefined> {
  const { rows } = await client.query<OpenWave>(
    `select id, status, total from reminder_waves where org_id = $1 and status <> 'sent'`,
    [orgId],
  )
  return rows[0]
}

async function sendAll(deps: Deps, orgId: OrgId, owed: readonly OwedTo[]): Promise<number> {
  let sent = 0
  for (let at = 0; at < owed.length; at += BATCH) sent += await sendBatch(deps, orgId, owed.slice(at, at + BATCH))
  return sent
}

function sendBatch(deps: Deps, orgId: OrgId, batch: readonly OwedTo[]): Promise<number> {
  const today = deps.clock.today()
  return withCommand(deps.database, commandOf(deps, orgId, 'reminders.send'), async ({ tx, audit }) => {
    let sent = 0
    for (const { personId, owed } of batch) {
      const wanted = new Set(owed.map(reminderKey))
      // Asked again inside the transaction: whatever changed meanwhile is what counts.
      const now = await remindersOf(tx, { orgId, personId, clock: deps.clock })
      for (const one of now.owed.filter((each) => wanted.has(reminderKey(each)))) {
        const { rowCount } = await tx.client.query(NOTE, noteOf(deps, { orgId, personId, one, today }))
        if (rowCount !== 1) continue
        if (await queueReminder(tx, deps, { orgId, personId, owed: one, world: now.world })) sent += 1
      }
    }
    audit({
      id: deps.ids.next(),
      action: 'reminders.sent',
      subjectKind: 'organisation',
      subjectId: orgId,
      after: { sent, people: batch.length },
    })
    return sent
  })
}

const NOTE = `insert into reminders (org_id, id, person_id, kind, subject, cycle, stage, due_on, sent_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`

interface Noting {
  readonly orgId: OrgId
  readonly personId: string
  readonly one: Owed
  readonly today: Day
}

const noteOf = (deps: Deps, { orgId, personId, one, today }: Noting): unknown[] => [
  orgId,
  deps.ids.next(),
  personId,
  one.kind,
  one.subject,
  one.cycle,
  one.stage,
  formatDay(one.dueOn),
  formatDay(today),
]

const commandOf = (deps: Deps, orgId: OrgId, name: string) => ({
  ...systemScope(orgId),
  name,
  key: `${name}:${deps.ids.next()}`,
  body: null,
  knownOn: deps.clock.today(),
})

/** One wave waits at a time; while it waits its figures are kept as they are now. */
function holdWave(deps: Deps, orgId: OrgId, owed: readonly OwedTo[]): Promise<null> {
  return withCommand(deps.database, commandOf(deps, orgId, 'reminders.hold'), async ({ tx, audit }) => {
    const values = [
      orgId,
      deps.ids.next(),
      totalOf(owed),
      JSON.stringify(countsOf(owed)),
      formatDay(deps.clock.today()),
    ]
    await tx.client.query(
      `insert into reminder_waves (org_id, id, status, total, counts, held_on) values ($1, $2, 'held', $3, $4, $5)
       on conflict (org_id) where status <> 'sent' do update set total = excluded.total, counts = excluded.counts
         where reminder_waves.status = 'held'`,
      values,
    )
    audit({
      id: deps.ids.next(),
      action: 'reminders.held',
      subjectKind: 'organisation',
      subjectId: orgId,
      after: { total: totalOf(owed), ...countsOf(owed) },
    })
    return null
  })
}

function closeWave(
  deps: Deps,
  orgId: OrgId,
  { waveId, sent }: { readonly waveId: string; readonly sent: number },
): Promise<null> {
  return withCommand(deps.database, commandOf(deps, orgId, 'reminders.close'), async ({ tx, audit }) => {
    await tx.client.query(`update reminder_waves set status = 'sent', sent = $3 where org_id = $1 and id = $2`, [
      orgId,
      waveId,
      sent,
    ])
    audit({
      id: deps.ids.next(),
      action: 'reminders.wave-sent',
      subjectKind: 'reminder-wave',
      subjectId: waveId,
      after: { sent },
    })
    return null
  })
}
