import type { CommandWork, Transaction } from '@gs/db'
import { type EntryId, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { type CourseBody, creditsOn } from '@gs/domain/courses'
import type { AwardEntry, BodyDays, CreditLine } from '@gs/domain/ledger'
import { approvalOf } from '../courses/offered-courses.ts'
import type { EnrollmentRow } from '../enrollments/enrollment-row.ts'
import { issueRecord } from '../issuance/issue-record.ts'
import type { Deps } from '../kernel/index.ts'
import { postEntry } from '../ledger/post-entry.ts'
import { queueMail } from '../notifications/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { creditsInUnits } from '../reviews/tell-trainer.ts'
import { bodyDaysOf, loadLineages, refreshStandings, todayUnder } from '../standings/index.ts'

export interface Passing {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly enrollment: EnrollmentRow
  readonly body: CourseBody
  readonly percent: number
}

/**
 * What follows from passing, inside the transaction of the submission: the completion, the award in the ledger for every
 * body that approves the course on the day that it is there, the record, the holding of a specialization, the mail, the standings.
 * Answers `awarded`, or `refused` where no body gives anything for the course today.
 */
export async function postPassing(door: CommandWork, deps: Deps, passing: Passing): Promise<'awarded' | 'refused'> {
  const { orgId, personId, enrollment, body } = passing
  const { tx } = door
  const today = deps.clock.today()
  await tx.client.query({
    name: 'enrollment-complete',
    text: `update enrollments set status = 'completed', completed_on = $3 where org_id = $1 and id = $2`,
    values: [orgId, enrollment.id, formatDay(today)],
  })
  door.audit({
    id: deps.ids.next(),
    action: 'enrollment.completed',
    subjectKind: 'enrollment',
    subjectId: enrollment.id,
    personId,
    after: { course: enrollment.courseCode, version: enrollment.version, completedOn: formatDay(today) },
  })
  const { credits, bodyDays } = await creditsToday(tx, deps, { orgId, courseId: enrollment.courseId })
  if (credits.length > 0) await postAward(door, deps, { passing, credits, bodyDays })
  const person = await requirePerson(tx, orgId, personId)
  const record = await issueRecord(door, deps, {
    orgId,
    personId,
    kind: enrollment.courseKind,
    credentialCode: enrollment.credentialCode,
    title: body.title,
    holderName: `${person.givenName} ${person.familyName}`,
    issuedOn: today,
    expiresOn: null,
    cause: { kind: 'course-version', id: enrollment.versionId },
    enrollmentId: enrollment.id,
    decidedBy: null,
    details: {
      course: enrollment.courseCode,
      version: enrollment.version,
      hours: body.hours,
      percent: passing.percent,
    },
  })
  await holdCredential(door, deps, passing)
  await refreshStandings(tx, deps, { orgId, personId })
  await queueMail(tx, deps, {
    orgId,
    to: { personId },
    locale: person.locale,
    template: 'course-passed',
    event: enrollment.id,
    data: {
      courseTitle: body.title,
      credits: await creditsInUnits(tx, { orgId, locale: person.locale, credits, on: deps.clock.today() }),
      recordNumber: record.number,
      path: '/records',
    },
  })
  return credits.length > 0 ? 'awarded' : 'refused'
}

/** What each body gives for the course on the day that it is there, and the days that are not the server's. */
async function creditsToday(
  tx: Transaction,
  { clock }: Deps,
  { orgId, courseId }: { readonly orgId: OrgId; readonly courseId: string },
): Promise<{ readonly credits: readonly CreditLine[]; readonly bodyDays: readonly BodyDays[] }> {
  const approvals = await approvalsOf(tx, orgId, courseId)
  if (approvals.length === 0) return { credits: [], bodyDays: [] }
  const lineages = await loadLineages(tx, orgId)
  const days = Map.groupBy(approvals, ({ packId }) => todayUnder(clock, lineages.get(packId)))
  const credits = [...days].flatMap(([day, approved]) => creditsOn(approved, day))
  return { credits, bodyDays: bodyDaysOf({ clock, lineages, credits }) }
}

async function approvalsOf(tx: Transaction, orgId: OrgId, courseId: string) {
  const { rows } = await tx.client.query<Parameters<typeof approvalOf>[0]>({
    name: 'course-approvals',
    text: `select pack_id as "packId", category, amount_thousandths as amount, approved_from as from, approved_to as to
      from course_credits where org_id = $1 and course_id = $2`,
    values: [orgId, courseId],
  })
  return rows.map(approvalOf)
}

/** One entry with a line for each body; the key is the enrollment's, so that it awards once. */
async function postAward(
  door: CommandWork,
  deps: Deps,
  { passing, credits, bodyDays }: Pick<AwardEntry, 'credits' | 'bodyDays'> & { readonly passing: Passing },
): Promise<void> {
  const { orgId, personId, enrollment, body } = passing
  const today = deps.clock.today()
  const entryId = deps.ids.next() as EntryId
  await postEntry(
    door.tx,
    {
      id: entryId,
      kind: 'award',
      orgId,
      personId,
      completedOn: today,
      filedOn: today,
      approvedOn: today,
      knownOn: today,
      actorId: null,
      enrollmentId: enrollment.id,
      submissionId: null,
      credits,
      bodyDays,
    },
    { activity: body.title, activityType: 'course', idempotencyKey: `enrollment:${enrollment.id}:award` },
  )
  door.audit({
    id: deps.ids.next(),
    action: 'award.posted',
    subjectKind: 'entry',
    subjectId: entryId,
    personId,
    after: { enrollmentId: enrollment.id, completedOn: formatDay(today), credits },
  })
}

/**
 * A specialization is held from the day it is completed; it has no term. One that is held already stays as it is (what
 * its holder had only declared is confirmed by passing), and
 * one whose rules are not published here is shown by its record alone.
 */
async function holdCredential(door: CommandWork, deps: Deps, { orgId, personId, enrollment }: Passing): Promise<void> {
  if (enrollment.courseKind !== 'specialization' || enrollment.credentialCode === null) return
  const holdingId = deps.ids.next()
  const today = formatDay(deps.clock.today())
  await door.tx.client.query({
    name: 'holding-of-specialization-confirmed',
    text: `update holdings set source = 'confirmed', confirmed_on = $4::date where org_id = $1 and person_id = $2
        and credential_code = $3 and source = 'declared' and ended_on is null`,
    values: [orgId, personId, enrollment.credentialCode, today],
  })
  const { rowCount } = await door.tx.client.query({
    name: 'holding-of-specialization',
    text: `insert into holdings (org_id, id, person_id, credential_code, pack_id, issued_on, source, known_on)
      select c.org_id, $2, $3, c.code, c.pack_id, $5::date, 'confirmed', $5::date from credentials c
      where c.org_id = $1 and c.code = $4 and c.kind = 'specialization'
        and exists (select 1 from rule_packs r where r.org_id = c.org_id and r.pack_id = c.pack_id)
        and not exists (select 1 from holdings h where h.org_id = c.org_id and h.person_id = $3
          and h.credential_code = c.code and h.ended_on is null)`,
    values: [orgId, holdingId, personId, enrollment.credentialCode, today],
  })
  if (rowCount === 1)
    door.audit({
      id: deps.ids.next(),
      action: 'holding.added',
      subjectKind: 'holding',
      subjectId: holdingId,
      personId,
      after: { credential: enrollment.credentialCode, issuedOn: today, enrollmentId: enrollment.id },
    })
}
