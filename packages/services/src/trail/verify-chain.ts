import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { chainHash } from '../ledger/post-entry.ts'

/** Whether a person's ledger is whole: every link, every number and the head. */
export interface ChainVerdict {
  readonly personId: string
  readonly entries: number
  readonly sound: boolean
  /** The number of the first entry that does not fit; 0 where the head does not. */
  readonly fault: number | null
}

interface Link {
  readonly personId: string
  readonly seq: number
  readonly payload: Buffer
  readonly format: number
  readonly prev: Buffer
  readonly hash: Buffer
  readonly headSeq: number
  readonly head: Buffer
}

const GENESIS = Buffer.alloc(32)

/** Recomputes the hash chain of the people's ledgers from the stored bytes. People without entries are not answered. */
export async function verifyChain(
  tx: Transaction,
  { orgId, people }: { readonly orgId: OrgId; readonly people: readonly string[] },
): Promise<readonly ChainVerdict[]> {
  const { rows } = await tx.client.query<Link>({
    name: 'ledger-chain',
    text: `select e.person_id as "personId", e.seq, e.payload, e.payload_format as format, e.prev_hash as prev, e.hash, h.seq as "headSeq", h.head_hash as head
      from ledger_entries e join ledger_heads h on h.org_id = e.org_id and h.person_id = e.person_id
      where e.org_id = $1 and e.person_id = any($2::uuid[]) order by e.person_id, e.seq`,
    values: [orgId, people],
  })
  return [...Map.groupBy(rows, (link) => link.personId)].map(([personId, links]) => ({
    personId,
    entries: links.length,
    ...judge(links),
  }))
}

function judge(links: readonly Link[]): Pick<ChainVerdict, 'sound' | 'fault'> {
  let previous: Buffer = GENESIS
  for (const [index, link] of links.entries()) {
    const fits = link.seq === index + 1 && link.prev.equals(previous) && link.hash.equals(chainHash(link.prev, link))
    if (!fits) return { sound: false, fault: link.seq }
    previous = link.hash
  }
  const last = links.at(-1)
  const headFits = !last || (last.headSeq === last.seq && last.head.equals(last.hash))
  return headFits ? { sound: true, fault: null } : { sound: false, fault: 0 }
}
