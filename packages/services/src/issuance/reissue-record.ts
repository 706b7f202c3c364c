import type { CommandWork } from '@gs/db'
import { formatDay } from '@gs/domain'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { storedDay } from '../standings/index.ts'
import { type IssuedRecord, issueRecord } from './issue-record.ts'
import { addRecordEvent, type RecordToChange, requireRecord } from './record-to-change.ts'
import type { RecordDecision } from './revoke-record.ts'

/**
 * Issues a record anew in the holder's present name, for the same thing and term, by the actor's decision; the new record
 * supersedes the old, which stays and says so. Refusals: `record.unknown` (404), `decision.own` (403),
 * `record.already-superseded` (409: the newest is the one to replace).
 */
export async function reissueRecord(ctx: ServiceContext, decision: RecordDecision): Promise<IssuedRecord> {
  const { key, recordId, reason } = decision
  const call = { scope: scopeFor(ctx, 'records.write'), name: 'issuance.reissue', key, body: { recordId, reason } }
  return command(ctx, call, async (door) => {
    const record = await requireRecord(ctx, door.tx, recordId)
    if (record.superseded) throw refuse('conflict', 'record.already-superseded')
    const issued = await issueAnew(ctx, door, { record, reason })
    await addRecordEvent(ctx, door, { record, kind: 'superseded', reason, successorId: issued.recordId })
    door.audit({
      id: ctx.ids.next(),
      action: 'record.superseded',
      subjectKind: 'record',
      subjectId: recordId,
      personId: record.personId,
      reason,
      before: { number: record.number, holderName: record.holderName },
      after: { number: issued.number },
    })
    return issued
  })
}

interface Anew {
  readonly record: RecordToChange
  readonly reason: string
}

async function issueAnew(ctx: ServiceContext, door: CommandWork, { record, reason }: Anew): Promise<IssuedRecord> {
  const { orgId, personId: decidedBy } = ctx.actor
  const person = await requirePerson(door.tx, orgId, record.personId)
  const decisionId = ctx.ids.next()
  const today = ctx.clock.today()
  await door.tx.client.query({
    name: 'record-decision',
    text: `insert into decisions (org_id, id, person_id, subject_kind, subject_id, outcome, note, facts, decided_by, decided_on)
      values ($1, $2, $3, 'record', $4, 'reissued', $5, $6, $7, $8)`,
    values: [
      orgId,
      decisionId,
      record.personId,
      record.id,
      reason,
      JSON.stringify({ number: record.number, holderName: record.holderName }),
      decidedBy,
      formatDay(today),
    ],
  })
  const issued = await issueRecord(door, ctx, {
    orgId,
    personId: record.personId,
    kind: record.kind,
    credentialCode: record.credentialCode,
    title: record.title,
    holderName: `${person.givenName} ${person.familyName}`,
    issuedOn: today,
    expiresOn: record.expiresOn === null ? null : storedDay(record.expiresOn),
    cause: { kind: 'decision', id: decisionId },
    enrollmentId: record.enrollmentId,
    decidedBy,
    details: { ...record.details, replaces: record.number },
  })
  await queueMail(door.tx, ctx, {
    orgId,
    to: { personId: record.personId },
    locale: person.locale,
    template: 'record-issued',
    event: issued.recordId,
    data: { title: record.title, number: issued.number, path: `/records/${issued.recordId}` },
  })
  return issued
}
