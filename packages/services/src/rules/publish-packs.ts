import type { Transaction } from '@gs/db'
import { credentials, rulePackCases, rulePacks } from '@gs/db/schema'
import { type Day, type OrgId, parseDay } from '@gs/domain'
import { offeredCredentials, type Pack } from '@gs/domain/rules'
import { loadCases } from '@gs/rulepacks'

export interface PackPublication {
  readonly orgId: OrgId
  readonly packs: readonly Pack[]
  readonly today: Day
}

/** What a publication added; empty lists where everything was there before. */
export interface Published {
  readonly versions: readonly { readonly packId: string; readonly version: number }[]
  readonly cases: number
  readonly credentials: readonly string[]
}

/**
 * Publishes packs with their golden cases, and offers what they keep: versions of one lineage are one credential under
 * the newest of them. What is published already stays as it is: a version never changes.
 */
export async function publishPacks(tx: Transaction, { orgId, packs, today }: PackPublication): Promise<Published> {
  const versions: { packId: string; version: number }[] = []
  const offered: string[] = []
  let cases = 0
  for (const pack of packs) {
    const added = await tx.db
      .insert(rulePacks)
      .values({
        orgId,
        packId: pack.id,
        version: pack.version,
        effectiveFrom: dayOr(pack.effective.from, today),
        effectiveTo: pack.effective.to === null ? null : dayOr(pack.effective.to, today),
        body: pack,
        // The organisation begins with what was published before it: known as long as it holds.
        knownOn: dayOr(pack.effective.from, today),
      })
      .onConflictDoNothing()
      .returning({ packId: rulePacks.packId, version: rulePacks.version })
    versions.push(...added)
    cases += await publishCases(tx, orgId, { pack })
  }
  const newestFirst = [...packs].sort((a, b) => (a.effective.from < b.effective.from ? 1 : -1))
  for (const pack of newestFirst) offered.push(...(await offerCredentials(tx, orgId, pack)))
  return { versions, cases, credentials: offered }
}

const dayOr = (text: string, otherwise: Day): Day => {
  const parsed = parseDay(text)
  return parsed.ok ? parsed.value : otherwise
}

const kindOf = ({ kind }: Pack): 'certification' | 'specialization' =>
  kind === 'specialization' ? 'specialization' : 'certification'

/** Offers each credential that a pack keeps, where nothing of its code is offered yet; answers the codes that were added. */
export async function offerCredentials(tx: Transaction, orgId: OrgId, pack: Pack): Promise<readonly string[]> {
  const rows = offeredCredentials(pack).map(({ code, name }) => ({
    orgId,
    code,
    kind: kindOf(pack),
    name: name.en,
    body: pack.body.short,
    packId: pack.id,
  }))
  if (rows.length === 0) return []
  const added = await tx.db.insert(credentials).values(rows).onConflictDoNothing().returning({ code: credentials.code })
  return added.map(({ code }) => code)
}

export interface PackWithCases {
  readonly pack: Pack
  /** Absent: those that come with the product. */
  readonly cases?: readonly Readonly<Record<string, unknown>>[] | undefined
}

const caseIdOf = ({ id }: Readonly<Record<string, unknown>>, i: number): string =>
  typeof id === 'string' && id !== '' ? id : String(i + 1)

/** The cases that came with the pack; they belong to the version that they were worked for. Answers how many are new. */
export async function publishCases(
  tx: Transaction,
  orgId: OrgId,
  { pack: { id, version }, cases = loadCases(id) }: PackWithCases,
): Promise<number> {
  if (cases.length === 0) return 0
  const rows = cases.map((body, i) => ({
    orgId,
    packId: id,
    version,
    position: i + 1,
    caseId: caseIdOf(body, i),
    body,
  }))
  const added = await tx.db
    .insert(rulePackCases)
    .values(rows)
    .onConflictDoNothing()
    .returning({ position: rulePackCases.position })
  return added.length
}
