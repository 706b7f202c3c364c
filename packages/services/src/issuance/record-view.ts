import { formatDay, laterDay } from '@gs/domain'
import { type RecordEvent, type RecordKind, type RecordState, recordStateOn } from '@gs/domain/issuance'
import type { Clock } from '../kernel/index.ts'
import { storedDay } from '../standings/index.ts'

/** A record as the database has it; days 'YYYY-MM-DD'. */
export interface StoredRecord {
  readonly id: string
  readonly kind: RecordKind
  readonly credentialCode: string | null
  readonly number: string
  readonly code: string
  readonly title: string
  readonly holderName: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly issuer: string
  readonly issuerIsDemo: boolean
  readonly events: readonly StoredRecordEvent[]
  /** Where the body of the credential keeps its days, where its rules name a zone. */
  readonly zone: string | null
}

interface StoredRecordEvent {
  readonly kind: RecordEvent['kind']
  readonly reason: string
  readonly knownOn: string
  /** The record that came in its place. */
  readonly successor: { readonly id: string; readonly number: string } | null
}

/** A record with its state today. */
export interface RecordView extends Omit<StoredRecord, 'zone'> {
  readonly state: RecordState
  /** 'YYYY-MM-DD': the day of the state, where the body keeps its days. */
  readonly asOf: string
}

/** The columns of `StoredRecord`, for `records r join organizations o`. */
export const RECORD_COLUMNS = `r.id, r.kind, r.credential_code as "credentialCode", r.number, r.code, r.title,
  r.holder_name as "holderName", r.issued_on as "issuedOn", r.expires_on as "expiresOn", o.name as issuer,
  o.is_demo as "issuerIsDemo",
  coalesce((select jsonb_agg(jsonb_build_object('kind', v.kind, 'reason', v.reason, 'knownOn', v.known_on,
      'successor', (select jsonb_build_object('id', s.id, 'number', s.number) from records s
        where s.org_id = v.org_id and s.id = v.successor_id)) order by v.recorded_at)
    from record_events v where v.org_id = r.org_id and v.record_id = r.id), '[]') as events,
  (select k.body->>'deadlineZone' from credentials c join rule_packs k on k.org_id = c.org_id and k.pack_id = c.pack_id
    where c.org_id = r.org_id and c.code = r.credential_code order by k.known_on desc, k.version desc limit 1) as zone`

/** Judges a record as of today where its body keeps its days, by all that is known by now. */
export function viewOf({ zone, ...record }: StoredRecord, { today }: Clock): RecordView {
  const events = record.events.map((event) => ({ kind: event.kind, knownOn: storedDay(event.knownOn) }))
  const term = {
    issuedOn: storedDay(record.issuedOn),
    expiresOn: record.expiresOn === null ? null : storedDay(record.expiresOn),
  }
  const asOf = today(zone ?? undefined)
  const knownAt = laterDay(asOf, today())
  return {
    ...record,
    events: record.events.filter((event) => event.knownOn <= formatDay(knownAt)),
    state: recordStateOn(term, events, { asOf, knownAt }),
    asOf: formatDay(asOf),
  }
}
