import type { Transaction } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { validThrough } from '@gs/domain/credentials'
import {
  type CardState,
  type DeadlineState,
  type Owed,
  owedReminders,
  type PlanState,
  type ReminderKind,
  type ReminderState,
} from '@gs/domain/notifications'
import type { AdoptedPlan } from '../plans/index.ts'
import { readAdoptedPlan, settingsOf } from '../plans/index.ts'
import type { Clock } from '../ports.ts'
import { type HoldingStanding, type PersonFacts, standingsOf, storedDay } from '../standings/index.ts'

/** What one person is reminded of follows from this. */
export interface ReminderWorld {
  readonly state: ReminderState
  readonly standings: readonly HoldingStanding[]
  readonly person: PersonFacts
  readonly plan: AdoptedPlan | null
  readonly evidence: readonly Evidence[]
}

export interface Evidence {
  readonly id: string
  readonly title: string
  readonly filedOn: string
}

export interface Reminding {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly clock: Clock
}

interface Beside {
  readonly applied: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly planned: boolean
  readonly sent: readonly string[]
  readonly declined: readonly ReminderKind[]
}

const BESIDE = `select
  coalesce((select jsonb_agg(r.holding_id) from renewals r where r.org_id = $1 and r.person_id = $2 and r.status = 'applied'), '[]') as applied,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'filedOn', s.filed_on) order by s.filed_on, s.id)
    from submissions s where s.org_id = $1 and s.person_id = $2 and s.status = 'waiting'), '[]') as evidence,
  exists (select 1 from plans p where p.org_id = $1 and p.person_id = $2 and p.status = 'adopted') as planned,
  coalesce((select jsonb_agg(concat_ws(':', m.kind, m.subject, m.cycle, m.stage)) from reminders m
    where m.org_id = $1 and m.person_id = $2 and m.channel = 'mail'), '[]') as sent,
  coalesce((select jsonb_agg(o.kind) from reminder_optouts o where o.org_id = $1 and o.person_id = $2), '[]') as declined`

/** What a person is owed today, and what the words are made from. Kinds that are switched off are not owed. */
export async function remindersOf(
  tx: Transaction,
  { orgId, personId, clock }: Reminding,
): Promise<{ readonly owed: readonly Owed[]; readonly world: ReminderWorld }> {
  const { rows } = await tx.client.query<Beside>({ name: 'reminders-beside', text: BESIDE, values: [orgId, personId] })
  const today = clock.today()
  const beside = rows[0] ?? { applied: [], evidence: [], planned: false, sent: [], declined: [] }
  const { person, standings } = await standingsOf(tx, { orgId, personId, asOf: clock })
  const plan = beside.planned ? await readAdoptedPlan(tx, { orgId, personId, today }) : null
  const hoursPerWeek = plan ? (await settingsOf(tx, { orgId, personId })).pace.hoursPerWeek : 1
  const state: ReminderState = {
    deadlines: standings.flatMap((judged) => deadlineOf(judged, beside.applied)),
    cards: cardsOf(standings, person),
    evidence: beside.evidence.map(({ id, filedOn }) => ({ submissionId: id, filedOn: storedDay(filedOn) })),
    plan: plan && planOf(plan, hoursPerWeek),
  }
  const declined = new Set(beside.declined)
  return {
    owed: owedReminders(state, today, new Set(beside.sent)).filter(({ kind }) => !declined.has(kind)),
    world: { state, standings, person, plan, evidence: beside.evidence },
  }
}

function deadlineOf({ holding, standing, at }: HoldingStanding, applied: readonly string[]): DeadlineState[] {
  const { expiresOn, fileFrom, earnBy, fileBy, status } = standing
  if (expiresOn === null || status === 'permanent' || status === 'pending') return []
  const cycle = holding.cycles.at(-1)?.number ?? 1
  const dates = { expiresOn, fileFrom, earnBy, fileBy, today: at.asOf }
  return [{ holdingId: holding.id, cycle, ...dates, applied: applied.includes(holding.id) }]
}

/** The newest card of each type that a holding of this person asks for. */
function cardsOf(standings: readonly HoldingStanding[], person: PersonFacts): readonly CardState[] {
  const newest = new Map<string, CardState>()
  for (const { pack, facts } of standings)
    for (const { rule } of pack.cards) {
      const types = facts.cards.map((card, index) => ({ card, stored: person.cards[index] }))
      const last = types.filter(({ card }) => card.type === rule.type).at(-1)
      const through = last ? validThrough(pack, last.card) : null
      if (last?.stored && through !== null) newest.set(rule.type, { cardId: last.stored.id, validThrough: through })
    }
  return [...newest.values()]
}

const planOf = ({ planId, version, feasible, pace }: AdoptedPlan, hoursPerWeek: number): PlanState => ({
  planId,
  version,
  feasible,
  weeksBehind: Math.max(0, Math.floor((pace.planned - pace.done) / hoursPerWeek)),
})

export const dayText = (day: Day | null): string | null => (day === null ? null : formatDay(day))
