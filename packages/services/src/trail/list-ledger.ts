import { type Day, formatDay } from '@gs/domain'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { PAGE_SIZE, type Page, pageOf } from '../kernel/page.ts'
import { containing } from '../kernel/patterns.ts'
import { type LedgerLine, selectEntries } from './ledger-line.ts'
import { type ChainVerdict, verifyChain } from './verify-chain.ts'

export interface LedgerFilter {
  /** A part of the person's name. */
  readonly person?: string | undefined
  readonly kind?: 'award' | 'reversal' | undefined
  readonly packId?: string | undefined
  /** Entries as known on this day; default: today. */
  readonly knownOn?: Day | undefined
  readonly page: number
}

export interface LedgerPage extends Page<LedgerLine> {
  readonly knownOn: string
  /** The chains of the people on this page, checked as they were read. */
  readonly chains: readonly ChainVerdict[]
}

const WHERE = `e.org_id = $1 and e.known_on <= $2::date and ($3::text is null or e.kind = $3)
  and ($4::text is null or exists (select 1 from ledger_credits l where l.org_id = e.org_id and l.entry_id = e.id and l.pack_id = $4))
  and ($5::text is null or exists (select 1 from people n where n.org_id = e.org_id and n.id = e.person_id
    and (n.given_name || ' ' || n.family_name ilike $5 or n.family_name || ', ' || n.given_name ilike $5)))`

/** The entries of all ledgers in reach as known on a day, the latest first. */
export async function listLedger(ctx: ServiceContext, filter: LedgerFilter): Promise<LedgerPage> {
  const { orgId } = ctx.actor
  const knownOn = formatDay(filter.knownOn ?? ctx.clock.today())
  return read(ctx, reachFor(ctx, 'ledger.read'), async (tx) => {
    const values = [orgId, knownOn, filter.kind ?? null, filter.packId ?? null, containing(filter.person)]
    const { rows } = await tx.client.query<{ total: number; rows: readonly LedgerLine[] }>({
      name: 'ledger-list',
      text: `select (select count(*)::int from ledger_entries e where ${WHERE}) as total,
        coalesce((select jsonb_agg(to_jsonb(q)) from (
          ${selectEntries('$2::date')} where e.org_id = $1 and e.id in (select e.id from ledger_entries e
            where ${WHERE} order by e.recorded_at desc, e.id desc limit ${PAGE_SIZE} offset $6)
          order by e.recorded_at desc, e.id desc) q), '[]') as rows`,
      values: [...values, (filter.page - 1) * PAGE_SIZE],
    })
    const page = pageOf(rows[0], filter.page)
    const people = [...new Set(page.rows.map((row) => row.personId))]
    return { ...page, knownOn, chains: await verifyChain(tx, { orgId, people }) }
  })
}
