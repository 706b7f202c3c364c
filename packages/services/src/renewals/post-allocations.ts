import type { Transaction } from '@gs/db'
import type { Amount, OrgId } from '@gs/domain'
import { overspent } from '@gs/domain/credentials'
import { refuse } from '../kernel/index.ts'
import type { ArithmeticLine } from './arithmetic.ts'
import type { RenewalRow } from './lock-renewal.ts'

export interface Posting {
  readonly orgId: OrgId
  readonly renewal: Pick<RenewalRow, 'id' | 'personId' | 'packId'>
  readonly lines: readonly ArithmeticLine[]
}

/**
 * Posts which part of which award (or card) the renewal spends. Refuses with `allocation.overspent` where an award
 * would give more under the pack than it holds, over all renewals. The person's ledger must be locked.
 */
export async function postAllocations(tx: Transaction, { orgId, renewal, lines }: Posting): Promise<void> {
  const spending = lines
    .filter((line) => line.source.kind === 'entry')
    .map((line) => ({ source: line.source.id, amount: line.amount as Amount }))
  const over = overspent(
    spending,
    await balancesOf(tx, { orgId, packId: renewal.packId, entries: spending.map((line) => line.source) }),
  )
  if (over.length > 0) throw refuse('unprocessable', 'allocation.overspent')
  if (lines.length === 0) return
  await tx.client.query({
    name: 'allocations-post',
    text: `insert into allocations (org_id, renewal_id, line, person_id, entry_id, card_id, pack_id, requirement, amount_thousandths)
      select $1, $2, l.line, $3, l.entry_id, l.card_id, $4, l.requirement, l.amount
      from jsonb_to_recordset($5::jsonb) as l (line integer, entry_id uuid, card_id uuid, requirement text, amount integer)`,
    values: [orgId, renewal.id, renewal.personId, renewal.packId, JSON.stringify(lines.map(rowOf))],
  })
}

const rowOf = ({ source, requirement, amount }: ArithmeticLine, index: number) => ({
  line: index + 1,
  entry_id: source.kind === 'entry' ? source.id : null,
  card_id: source.kind === 'card' ? source.id : null,
  requirement,
  amount,
})

interface Asked {
  readonly orgId: OrgId
  readonly packId: string
  readonly entries: readonly string[]
}

type Balances = Readonly<Record<'held' | 'spent', ReadonlyMap<string, Amount>>>

async function balancesOf(tx: Transaction, { orgId, packId, entries }: Asked): Promise<Balances> {
  const { rows } = await tx.client.query<{ entry: string; held: number; spent: number }>({
    name: 'allocations-balances',
    text: `select e.id as entry,
        coalesce((select sum(l.amount_thousandths) from ledger_credits l
          where l.org_id = e.org_id and l.entry_id = e.id and l.pack_id = $2), 0)::integer as held,
        coalesce((select sum(a.amount_thousandths) from allocations a
          where a.org_id = e.org_id and a.entry_id = e.id and a.pack_id = $2), 0)::integer as spent
      from ledger_entries e where e.org_id = $1 and e.id = any ($3::uuid[]) and e.kind = 'award'
        and not exists (select 1 from ledger_entries r where r.org_id = e.org_id and r.reverses_id = e.id)`,
    values: [orgId, packId, entries],
  })
  return {
    held: new Map(rows.map(({ entry, held }) => [entry, held as Amount])),
    spent: new Map(rows.map(({ entry, spent }) => [entry, spent as Amount])),
  }
}
