import { createHash } from 'node:crypto'
import { type Transaction, withCommand, withRead } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { type CalendarEntry, calendarFile } from '@gs/formats/calendar'
import { type Deps, systemScope } from '../kernel/index.ts'
import { remindersOf } from '../reminders/person-reminders.ts'
import { calendarDrafts, type Draft } from './calendar-entries.ts'
import { calendarWords } from './calendar-words.ts'

export type CalendarDeps = Pick<Deps, 'database' | 'clock' | 'ids'> & {
  /** Public address of the portal. */
  readonly portal: string
}

interface Whose {
  readonly orgId: OrgId
  readonly personId: PersonId
}

/** The calendar of one person as a file. What changed since it was told last gets a higher number. */
export async function personCalendar(deps: CalendarDeps, whose: Whose): Promise<string> {
  const scope = systemScope(whose.orgId)
  const { drafts, locale, kept } = await withRead(deps.database, scope, async (tx) => {
    const locale = await localeOf(tx, whose)
    const { world } = await remindersOf(tx, { ...whose, clock: deps.clock })
    const { state, standings, plan, person } = world
    const input = { ...whose, locale, portal: deps.portal, plan, standings, cards: state.cards, person }
    return { locale, drafts: calendarDrafts(input), kept: await keptEvents(tx, whose) }
  })
  const changed = drafts.filter((draft) => kept.get(draft.uid)?.digest !== digestOf(draft))
  const now = changed.length > 0 ? await keepChanged(deps, whose, changed) : kept
  const entries = drafts.map((draft): CalendarEntry => {
    const { sequence = 0, modifiedAt = new Date(0) } = now.get(draft.uid) ?? {}
    return { ...draft, sequence, modifiedAt }
  })
  return calendarFile({ name: calendarWords(locale).name, language: locale, entries })
}

async function localeOf(tx: Transaction, { orgId, personId }: Whose): Promise<'en' | 'es'> {
  const { rows } = await tx.client.query<{ locale: string }>(
    'select locale from people where org_id = $1 and id = $2',
    [orgId, personId],
  )
  return rows[0]?.locale === 'es' ? 'es' : 'en'
}

interface KeptEvent {
  readonly uid: string
  readonly sequence: number
  readonly digest: string
  readonly modifiedAt: Date
}

type Kept = ReadonlyMap<string, KeptEvent>

/** Of everything that the event says. */
const digestOf = (draft: Draft): string =>
  createHash('sha256')
    .update(JSON.stringify([draft.title, draft.text, draft.url, draft.when]))
    .digest('base64url')

async function keptEvents(tx: Transaction, { orgId, personId }: Whose): Promise<Kept> {
  const { rows } = await tx.client.query<KeptEvent>({
    name: 'calendar-events',
    text: `select uid, sequence, digest, date_trunc('second', modified_at) as "modifiedAt" from calendar_events
      where org_id = $1 and person_id = $2`,
    values: [orgId, personId],
  })
  return new Map(rows.map((row) => [row.uid, row]))
}

function keepChanged(deps: CalendarDeps, { orgId, personId }: Whose, changed: readonly Draft[]): Promise<Kept> {
  const rows = changed.map((draft) => ({ uid: draft.uid, digest: digestOf(draft) }))
  const command = {
    ...systemScope(orgId),
    name: 'calendar.keep',
    key: `calendar.keep:${deps.ids.next()}`,
    body: null,
    knownOn: deps.clock.today(),
  }
  let kept: Kept = new Map()
  return withCommand(deps.database, command, async ({ tx, audit }) => {
    await tx.client.query(
      `insert into calendar_events as e (org_id, person_id, uid, digest)
       select $1, $2, r.uid, r.digest from jsonb_to_recordset($3::jsonb) as r (uid text, digest text)
       on conflict (org_id, person_id, uid) do update
         set sequence = e.sequence + 1, digest = excluded.digest, modified_at = now() where e.digest <> excluded.digest`,
      [orgId, personId, JSON.stringify(rows)],
    )
    audit({
      id: deps.ids.next(),
      action: 'calendar.changed',
      subjectKind: 'person',
      subjectId: personId,
      personId,
      after: { events: rows.length },
    })
    kept = await keptEvents(tx, { orgId, personId })
    return null
  }).then(() => kept)
}
