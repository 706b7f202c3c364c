import type { OrgId } from '@gs/domain'
import { type RecordEvent, readCode } from '@gs/domain/issuance'
import { type Deps, read, refuse, systemScope } from '../kernel/index.ts'
import { codeHash } from './issue-record.ts'
import { RECORD_COLUMNS, type RecordView, type StoredRecord, viewOf } from './record-view.ts'

/** What a stranger with the code may know: what the paper says, and whether it still holds. */
export interface VerifiedRecord extends Omit<RecordView, 'id' | 'events'> {
  /** What befell it and when; the reason is between issuer and holder. */
  readonly events: readonly {
    readonly kind: RecordEvent['kind']
    readonly knownOn: string
    /** Number of the record that came in its place. */
    readonly successor: string | null
  }[]
}

/**
 * Finds a record by its verification code, for anybody who has it.
 * Refusals: `code.malformed`, `code.check` (mistyped), `record.unknown`.
 */
export async function verifyRecord(deps: Deps, { code }: { readonly code: string }): Promise<VerifiedRecord> {
  const typed = readCode(code)
  if (!typed.ok) throw refuse('not-found', typed.error)
  const hash = codeHash(typed.value)
  const { rows } = await deps.database.pool.query<{ org: OrgId | null }>({
    name: 'record-org',
    text: 'select app.org_of_record($1) as org',
    values: [hash],
  })
  const orgId = rows[0]?.org
  if (!orgId) throw refuse('not-found', 'record.unknown')
  return read(deps, systemScope(orgId), async ({ client }) => {
    const found = await client.query<StoredRecord>({
      name: 'record-by-code',
      text: `select ${RECORD_COLUMNS} from records r join organizations o on o.org_id = r.org_id
        where r.org_id = $1 and r.code_hash = $2`,
      values: [orgId, hash],
    })
    const record = found.rows[0]
    if (!record) throw refuse('not-found', 'record.unknown')
    const { id: _, events, ...view } = viewOf(record, deps.clock)
    const told = events.map(({ kind, knownOn, successor }) => ({ kind, knownOn, successor: successor?.number ?? null }))
    return { ...view, events: told }
  })
}
