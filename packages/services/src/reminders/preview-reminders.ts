import type { Scope } from '@gs/db'
import { formatDay } from '@gs/domain'
import { command, read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import type { ReminderCounts } from './owed-in-organisation.ts'
import { type ReminderSettings, reminderSettingsOf } from './settings.ts'

export interface HeldWave {
  readonly waveId: string
  readonly status: 'held' | 'released'
  readonly total: number
  readonly counts: ReminderCounts
  readonly heldOn: string
}

/** What was still owed after the job had run, whoever it was night for included. */
export interface RemindersOwed {
  /** An instant: when the job began to count. */
  readonly countedAt: string
  readonly counts: ReminderCounts
  readonly total: number
  readonly people: number
}

export interface RemindersPreview {
  readonly settings: ReminderSettings
  /** null: the job has not counted yet. */
  readonly owed: RemindersOwed | null
  readonly held: HeldWave | null
  /** Sent in the last thirty days, by day, the newest first. */
  readonly sent: readonly { readonly on: string; readonly count: number }[]
}

/** Reminders go to the whole organisation: whose role ends at a unit decides nothing of them. */
function wholeScope(ctx: ServiceContext): Scope {
  const scope = scopeFor(ctx, 'reminders.release')
  if (scope.reach !== '*') throw refuse('forbidden', 'access.denied')
  return scope
}

interface Beside {
  readonly owed: RemindersOwed | null
  readonly held: HeldWave | null
  readonly sent: RemindersPreview['sent']
}

/** What is owed, as the job counted it last, the wave that waits for its release, what was sent, and how reminders go out. */
export async function previewReminders(ctx: ServiceContext): Promise<RemindersPreview> {
  const scope = wholeScope(ctx)
  const { orgId } = ctx.actor
  return read(ctx, scope, async (tx) => {
    const { rows } = await tx.client.query<Beside>({
      name: 'reminders-preview',
      text: `select (select jsonb_build_object('waveId', id, 'status', status, 'total', total, 'counts', counts, 'heldOn', held_on)
          from reminder_waves where org_id = $1 and status <> 'sent') as held,
        (select jsonb_build_object('countedAt', counted_at, 'counts', counts, 'total', total, 'people', people)
          from reminder_counts where org_id = $1) as owed,
        coalesce((select jsonb_agg(jsonb_build_object('on', d.sent_on, 'count', d.n) order by d.sent_on desc)
          from (select sent_on, count(*)::int as n from reminders where org_id = $1 and sent_on > $2::date - 30
            group by sent_on) d), '[]') as sent`,
      values: [orgId, formatDay(ctx.clock.today())],
    })
    return {
      settings: await reminderSettingsOf(tx, orgId),
      owed: rows[0]?.owed ?? null,
      held: rows[0]?.held ?? null,
      sent: rows[0]?.sent ?? [],
    }
  })
}

export interface WaveRelease {
  readonly key: string
  readonly waveId: string
  /** As many as whoever releases them has seen: no more go out. */
  readonly total: number
}

/** Releases the wave that waits; the worker sends it at once. Refuses with `wave.changed` where it is gone or has grown. */
export function releaseReminders(ctx: ServiceContext, input: WaveRelease): Promise<{ readonly total: number }> {
  const { key, ...body } = input
  const { orgId, personId } = ctx.actor
  return command(ctx, { scope: wholeScope(ctx), name: 'reminders.release', key, body }, async ({ tx, audit }) => {
    const { rows } = await tx.client.query<{ total: number }>(
      `select total from reminder_waves where org_id = $1 and id = $2 and status = 'held' for update`,
      [orgId, input.waveId],
    )
    if (rows[0]?.total !== input.total) throw refuse('conflict', 'wave.changed')
    await tx.client.query(
      `update reminder_waves set status = 'released', released_by = $3, released_at = now() where org_id = $1 and id = $2`,
      [orgId, input.waveId, personId],
    )
    await ctx.queue.enqueue(tx, { name: 'reminders.owed', data: {}, key: `wave:${input.waveId}` })
    audit({
      id: ctx.ids.next(),
      action: 'reminders.released',
      subjectKind: 'reminder-wave',
      subjectId: input.waveId,
      after: { total: input.total },
    })
    return { total: input.total }
  })
}

export interface ReminderSettingsWanted {
  readonly key: string
  readonly ceiling: number
  readonly quietFrom: number
  readonly quietUntil: number
}

/** Sets the ceiling of a wave and the quiet hours. */
export function setReminderSettings(
  ctx: ServiceContext,
  input: ReminderSettingsWanted,
): Promise<Record<string, never>> {
  const { key, ...body } = input
  const { orgId } = ctx.actor
  return command(ctx, { scope: wholeScope(ctx), name: 'reminders.set', key, body }, async ({ tx, audit }) => {
    const before = await reminderSettingsOf(tx, orgId)
    await tx.client.query(
      `insert into reminder_settings (org_id, ceiling, quiet_from, quiet_until) values ($1, $2, $3, $4)
       on conflict (org_id) do update set ceiling = excluded.ceiling, quiet_from = excluded.quiet_from,
         quiet_until = excluded.quiet_until, updated_at = now()`,
      [orgId, input.ceiling, input.quietFrom, input.quietUntil],
    )
    audit({
      id: ctx.ids.next(),
      action: 'reminders.settings-set',
      subjectKind: 'organisation',
      subjectId: orgId,
      before,
      after: body,
    })
    return {}
  })
}
