import type { Transaction } from '@gs/db'
import { credentials, rulePacks } from '@gs/db/schema'
import { type Day, type OrgId, parseDay } from '@gs/domain'
import type { Pack } from '@gs/domain/rules'

export interface PackPublication {
  readonly orgId: OrgId
  readonly packs: readonly Pack[]
  readonly today: Day
}

/** Publishes packs, and offers what they rule: versions of one lineage are one credential under the newest of them. */
export async function publishPacks(tx: Transaction, { orgId, packs, today }: PackPublication): Promise<void> {
  const day = (text: string): Day => {
    const parsed = parseDay(text)
    return parsed.ok ? parsed.value : today
  }
  for (const pack of packs) {
    await tx.db.insert(rulePacks).values({
      orgId,
      packId: pack.id,
      version: pack.version,
      effectiveFrom: day(pack.effective.from),
      effectiveTo: pack.effective.to === null ? null : day(pack.effective.to),
      body: pack,
      // The organisation begins with what was published before it: known as long as it holds.
      knownOn: day(pack.effective.from),
    })
  }
  const newestFirst = [...packs].sort((a, b) => (a.effective.from < b.effective.from ? 1 : -1))
  for (const pack of newestFirst) {
    if (pack.kind === 'calculation') continue
    for (const { code, name } of offeredUnder(pack))
      await tx.db
        .insert(credentials)
        .values({ orgId, code, kind: pack.kind, name, body: pack.body.short, packId: pack.id })
        .onConflictDoNothing()
  }
}

interface Offered {
  readonly code: string
  readonly name: string
}

/** Packs that rule several credentials by one set of rules; each of these is held by itself. */
const SEVERAL: Readonly<Record<string, readonly Offered[]>> = {
  'nasm-specialization': [
    { code: 'NASM-CES', name: 'Corrective Exercise Specialization' },
    { code: 'NASM-PES', name: 'Performance Enhancement Specialization' },
  ],
}

const offeredUnder = (pack: Pack): readonly Offered[] =>
  SEVERAL[pack.id] ?? [{ code: pack.credential.names[0] ?? pack.id, name: pack.credential.name.en }]
