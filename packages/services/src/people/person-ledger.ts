import type { Day, PersonId } from '@gs/domain'
import { formatDay } from '@gs/domain'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { type LedgerLine, selectEntries } from '../trail/ledger-line.ts'
import { type ChainVerdict, verifyChain } from '../trail/verify-chain.ts'
import { requirePerson } from './require-person.ts'

export interface PersonLedger {
  readonly entries: readonly LedgerLine[]
  readonly chain: ChainVerdict
  /** Awards of which something was posted to a renewal that is closed. */
  readonly spent: readonly SpentAward[]
}

export interface SpentAward {
  readonly entryId: string
  readonly credentialCode: string
  readonly cycle: number
}

/** A person's ledger, the latest first, with the chain checked as it is read. Refusal: `person.unknown`. */
export async function personLedger(
  ctx: ServiceContext,
  { personId, knownOn }: { personId: PersonId; knownOn?: Day | undefined },
): Promise<PersonLedger> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'ledger.read'), async (tx) => {
    await requirePerson(tx, orgId, personId)
    const known = formatDay(knownOn ?? ctx.clock.today())
    const { rows } = await tx.client.query<LedgerLine>({
      name: 'person-ledger',
      text: `${selectEntries('$3::date')} where e.org_id = $1 and e.person_id = $2 and e.known_on <= $3::date order by e.seq desc`,
      values: [orgId, personId, known],
    })
    const [chain] = await verifyChain(tx, { orgId, people: [personId] })
    const spent = await tx.client.query<SpentAward>({
      name: 'person-ledger-spent',
      text: `select distinct a.entry_id as "entryId", h.credential_code as "credentialCode", r.cycle_number as cycle
        from allocations a join renewals r on r.org_id = a.org_id and r.id = a.renewal_id
        join holdings h on h.org_id = r.org_id and h.id = r.holding_id
        where r.org_id = $1 and r.person_id = $2 and a.entry_id is not null order by cycle, "credentialCode"`,
      values: [orgId, personId],
    })
    return { entries: rows, spent: spent.rows, chain: chain ?? { personId, entries: 0, sound: true, fault: null } }
  })
}
