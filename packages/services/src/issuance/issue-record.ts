import { createHash } from 'node:crypto'
import type { CommandWork, Transaction } from '@gs/db'
import { calendarOf, type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { causeStands, makeCode, makeNumber, type RecordKind } from '@gs/domain/issuance'
import type { Ids } from '../kernel/index.ts'

/** What a record says, and why it may be issued. */
export interface NewRecord {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly kind: RecordKind
  readonly credentialCode: string | null
  readonly title: string
  readonly holderName: string
  readonly issuedOn: Day
  /** The last valid day; null: it never expires. */
  readonly expiresOn: Day | null
  /** The published course version that issues on passing, or the decision of somebody with authority. */
  readonly cause: { readonly kind: 'course-version' | 'decision'; readonly id: string }
  readonly enrollmentId: string | null
  readonly decidedBy: string | null
  /** Plain JSON beside the record, such as the rule version under which it was decided. */
  readonly details: Readonly<Record<string, unknown>>
}

export interface IssuedRecord {
  readonly recordId: string
  readonly number: string
  readonly code: string
}

/**
 * Issues a record inside a command: number and verification code are made, the row is added and the trail told.
 * Throws where the cause does not hold (a programming error, not an expected refusal): no published version with the
 * person's own enrollment in it, or no decision on the person by somebody else.
 */
export async function issueRecord(
  door: CommandWork,
  deps: { readonly ids: Ids },
  record: NewRecord,
): Promise<IssuedRecord> {
  await requireCause(door.tx, record)
  const issued = await insertRecord(door.tx, deps.ids, record)
  door.audit({
    id: deps.ids.next(),
    action: 'record.issued',
    subjectKind: 'record',
    subjectId: issued.recordId,
    personId: record.personId,
    after: {
      number: issued.number,
      kind: record.kind,
      credentialCode: record.credentialCode,
      issuedOn: formatDay(record.issuedOn),
      expiresOn: record.expiresOn === null ? null : formatDay(record.expiresOn),
      cause: record.cause,
    },
  })
  return issued
}

/** The bytes under which a verification code is found again. */
export const codeHash = (code: string): Buffer => createHash('sha256').update(code).digest()

/** Random bytes out of a secret of at least 128 bits. */
const randomBytes = (ids: Ids): Uint8Array => createHash('sha256').update(ids.secret()).digest()

async function requireCause(tx: Transaction, record: NewRecord): Promise<void> {
  const { cause, orgId, personId, enrollmentId, decidedBy } = record
  const told = causeStands({ kind: cause.kind, personId, enrollmentId, decidedBy })
  const { rowCount } = await tx.client.query(
    cause.kind === 'course-version'
      ? {
          name: 'record-cause-version',
          text: `select 1 from course_versions v
            join enrollments e on e.org_id = v.org_id and e.version_id = v.id and e.id = $3 and e.person_id = $4
            where v.org_id = $1 and v.id = $2`,
          values: [orgId, cause.id, enrollmentId, personId],
        }
      : {
          name: 'record-cause-decision',
          text: 'select 1 from decisions where org_id = $1 and id = $2 and decided_by = $3 and person_id = $4',
          values: [orgId, cause.id, decidedBy, personId],
        },
  )
  if (!told || rowCount !== 1)
    throw new Error(`a record of kind ${record.kind} has no cause: ${cause.kind} ${cause.id}`)
}

const TRIES = 5

// A number that is taken already (35 random bits a year) is made anew; the code's 95 bits never meet.
async function insertRecord(tx: Transaction, ids: Ids, record: NewRecord): Promise<IssuedRecord> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const recordId = ids.next()
    const number = makeNumber(calendarOf(record.issuedOn).year, randomBytes(ids))
    const code = makeCode(randomBytes(ids))
    const { rowCount } = await tx.client.query({
      name: 'record-insert',
      text: `insert into records (org_id, id, person_id, kind, credential_code, number, code_hash, code, title, holder_name,
          issued_on, expires_on, cause_kind, cause_id, enrollment_id, decided_by, details)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        on conflict (org_id, number) do nothing`,
      values: [
        record.orgId,
        recordId,
        record.personId,
        record.kind,
        record.credentialCode,
        number,
        codeHash(code),
        code,
        record.title,
        record.holderName,
        formatDay(record.issuedOn),
        record.expiresOn === null ? null : formatDay(record.expiresOn),
        record.cause.kind,
        record.cause.id,
        record.enrollmentId,
        record.decidedBy,
        JSON.stringify(record.details),
      ],
    })
    if (rowCount === 1) return { recordId, number, code }
  }
  throw new Error(`no free record number after ${TRIES} tries`)
}
