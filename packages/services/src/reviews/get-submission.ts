import type { OrgId, PersonId } from '@gs/domain'
import { duplicatesOf } from '@gs/domain/reviews'
import { reachFor, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { type StandingBrief, standingBrief } from '../standings/brief.ts'
import { standingsOf, storedDay } from '../standings/index.ts'
import { heldPacks } from './held-packs.ts'
import type { OwnSubmission } from './list-own-submissions.ts'
import type { PackRules } from './pack-rules.ts'

export interface ReviewCase {
  readonly submission: OwnSubmission & { readonly entryId: string | null }
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly unitName: string }
  /** Handed in by the reader, who may not decide on it. */
  readonly own: boolean
  readonly decidedBy: string | null
  readonly packs: readonly PackRules[]
  readonly standings: readonly StandingBrief[]
  /** Awards of the same name and day that stand in the ledger. */
  readonly duplicates: readonly { readonly entryId: string; readonly activity: string; readonly completedOn: string }[]
}

interface CaseRow extends Omit<OwnSubmission, 'decision'> {
  readonly personId: string
  readonly personName: string
  readonly email: string
  readonly unitName: string
  readonly entryId: string | null
  readonly decision: (NonNullable<OwnSubmission['decision']> & { readonly decidedBy: string | null }) | null
}

const CASE = `select s.id, s.kind, s.status, s.title, s.provider, s.completed_on as "completedOn", s.filed_on as "filedOn", s.details,
    s.person_id as "personId", p.given_name || ' ' || p.family_name as "personName", p.email, u.name as "unitName",
    case when f.id is null then null else jsonb_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) end as file,
    (select e.id from ledger_entries e where e.org_id = s.org_id and e.person_id = s.person_id and e.submission_id = s.id and e.kind = 'award') as "entryId",
    case when d.id is null then null else jsonb_build_object('outcome', d.outcome, 'reasonCode', d.reason_code, 'note', d.note,
      'decidedOn', d.decided_on, 'credits', coalesce(d.facts -> 'credits', '[]'),
      'decidedBy', (select b.given_name || ' ' || b.family_name from people b where b.org_id = d.org_id and b.id = d.decided_by),
      'reversed', exists (select 1 from ledger_entries e join ledger_entries r on r.org_id = e.org_id and r.reverses_id = e.id
        where e.org_id = s.org_id and e.person_id = s.person_id and e.submission_id = s.id and e.kind = 'award')) end as decision
  from submissions s
  join people p on p.org_id = s.org_id and p.id = s.person_id
  join units u on u.org_id = p.org_id and u.id = p.unit_id
  left join files f on f.org_id = s.org_id and f.id = s.file_id
  left join decisions d on d.org_id = s.org_id and d.subject_id = s.id and d.subject_kind = 'submission'
  where s.org_id = $1 and s.id = $2`

/** One submission with everything that is needed to judge it. Refusal: `submission.unknown`. */
export async function getSubmission(ctx: ServiceContext, submissionId: string): Promise<ReviewCase> {
  const orgId: OrgId = ctx.actor.orgId
  return read(ctx, reachFor(ctx, 'reviews.decide'), async (tx) => {
    const { rows } = await tx.client.query<CaseRow>({ name: 'review-case', text: CASE, values: [orgId, submissionId] })
    const row = rows[0]
    if (!row) throw refuse('not-found', 'submission.unknown')
    const { personId, personName, email, unitName, ...submission } = row
    const { person, standings } = await standingsOf(tx, {
      orgId,
      personId: personId as PersonId,
      asOf: ctx.clock,
    })
    const posted = person.entries
      .filter((entry) => entry.id !== row.entryId)
      .map((entry) => ({
        entryId: entry.id,
        activity: entry.activity.replace(/ \([^()]*\)$/, ''),
        completedOn: storedDay(entry.completedOn),
        reversed: entry.reversedOn !== null,
      }))
    const wanted = { activity: row.title, completedOn: storedDay(row.completedOn) }
    return {
      submission,
      person: { id: personId, name: personName, email, unitName },
      own: personId === ctx.actor.personId,
      decidedBy: row.decision?.decidedBy ?? null,
      packs: await heldPacks(tx, { orgId, personId }, ctx.clock.today()),
      standings: standings.map(standingBrief),
      duplicates: duplicatesOf(posted, wanted).map((each) => ({ ...each, completedOn: row.completedOn })),
    }
  })
}
