import type { Transaction } from '@gs/db'
import { planSettings } from '@gs/db/schema'
import { type Amount, type Day, formatDay } from '@gs/domain'
import type { Pace } from '@gs/domain/planner'
import { command, ownScope, type ServiceContext } from '../kernel/index.ts'
import type { PersonKey } from '../standings/index.ts'
import { storedDay } from '../standings/stored-day.ts'

/** How somebody wants to learn, and whether the cards that the rules ask for are kept current anyway. */
export interface PlanSettings {
  readonly pace: Pace
  readonly keepsCards: boolean
}

/** Three hours a week, two at most on a day, Sundays off, a week between finals, four weeks in reserve. */
export const DEFAULT_SETTINGS: PlanSettings = {
  pace: {
    hoursPerWeek: 3000 as Amount,
    mostADay: 2000 as Amount,
    daysOff: [6],
    holidays: [],
    daysBetweenFinishes: 7,
    reserve: 28,
  },
  keepsCards: true,
}

interface Row {
  readonly hours_per_week: number
  readonly most_a_day: number | null
  readonly days_off: readonly number[]
  readonly holidays: readonly string[]
  readonly days_between_finishes: number
  readonly reserve_days: number
  readonly keeps_cards: boolean
}

const SETTINGS = `select hours_per_week, most_a_day, days_off, holidays::text[], days_between_finishes, reserve_days, keeps_cards
  from plan_settings where org_id = $1 and person_id = $2`

/** The settings of a person, or the product's own. */
export async function settingsOf(tx: Transaction, { orgId, personId }: PersonKey): Promise<PlanSettings> {
  const { rows } = await tx.client.query<Row>({ name: 'plan-settings', text: SETTINGS, values: [orgId, personId] })
  const row = rows[0]
  if (!row) return DEFAULT_SETTINGS
  return {
    pace: {
      hoursPerWeek: row.hours_per_week as Amount,
      mostADay: row.most_a_day as Amount | null,
      daysOff: row.days_off,
      holidays: row.holidays.map(storedDay),
      daysBetweenFinishes: row.days_between_finishes,
      reserve: row.reserve_days,
    },
    keepsCards: row.keeps_cards,
  }
}

export interface SettingsInput {
  readonly hoursPerWeek: Amount
  readonly mostADay: Amount | null
  readonly daysOff: readonly number[]
  readonly holidays: readonly Day[]
  readonly daysBetweenFinishes: number
  readonly reserve: number
  readonly keepsCards: boolean
  readonly key: string
}

/** Keeps how the actor wants to learn. */
export function saveSettings(ctx: ServiceContext, input: SettingsInput): Promise<{ readonly saved: true }> {
  const { orgId, personId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'plans.settings', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    const values = {
      hoursPerWeek: input.hoursPerWeek,
      mostADay: input.mostADay,
      daysOff: [...new Set(input.daysOff)].sort((a, b) => a - b),
      holidays: [...new Set(input.holidays)].sort((a, b) => a - b),
      daysBetweenFinishes: input.daysBetweenFinishes,
      reserveDays: input.reserve,
      keepsCards: input.keepsCards,
      updatedAt: ctx.clock.now(),
    }
    await tx.db
      .insert(planSettings)
      .values({ orgId, personId, ...values })
      .onConflictDoUpdate({ target: [planSettings.orgId, planSettings.personId], set: values })
    audit({
      id: ctx.ids.next(),
      action: 'plan.settings-changed',
      subjectKind: 'plan',
      subjectId: personId,
      personId,
      after: { hoursPerWeek: input.hoursPerWeek, holidays: input.holidays.map(formatDay) },
    })
    return { saved: true as const }
  })
}
