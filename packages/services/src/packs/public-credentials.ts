import { formatDay, type OrgId } from '@gs/domain'
import { offeredCredentials, type Pack, type PackInWords, packInWords, type Words } from '@gs/domain/rules'
import { type Deps, read, refuse, systemScope } from '../kernel/index.ts'
import { lineageOf, newestPacks, type StoredPack } from './stored-pack.ts'

type PublicDeps = Pick<Deps, 'database' | 'clock'>

/** A credential in the list that anybody may read. */
export interface PublicCredential {
  readonly code: string
  readonly name: Words
  readonly kind: Pack['kind']
  readonly body: Pack['body']
}

/** "What it takes to keep it", for anybody. Nothing in it belongs to an organisation or a person. */
export interface PublicCredentialPage extends PublicCredential {
  readonly words: PackInWords
  readonly version: number
  readonly effective: Pack['effective']
  /** Whether the rules that are shown were published for a time that is over. */
  readonly over: boolean
  readonly publishedOn: string
  /** 'YYYY-MM-DD': the day of the answer. */
  readonly asOf: string
  /** Credentials of the same body, without this one. */
  readonly sisters: readonly PublicCredential[]
}

/** Credentials with a page, by body and name. */
export async function listPublicCredentials(deps: PublicDeps): Promise<readonly PublicCredential[]> {
  const { rows } = await deps.database.pool.query<{ code: string; orgId: OrgId }>({
    name: 'public-credentials',
    text: 'select code, org_id as "orgId" from app.public_credentials()',
  })
  const orgs = [...new Set(rows.map(({ orgId }) => orgId))]
  const lists = await Promise.all(
    orgs.map((orgId) =>
      read(deps, systemScope(orgId), async (tx) => {
        const codes = new Set(rows.filter((row) => row.orgId === orgId).map(({ code }) => code))
        return (await newestPacks(tx, orgId))
          .flatMap(({ pack }) => publicOf(pack))
          .filter(({ code }) => codes.has(code))
      }),
    ),
  )
  const unique = new Map(lists.flat().map((each) => [each.code, each]))
  return [...unique.values()].sort((a, b) => a.body.short.localeCompare(b.body.short) || a.code.localeCompare(b.code))
}

const publicOf = (pack: Pack): PublicCredential[] =>
  offeredCredentials(pack).map(({ code, name }) => ({ code, name, kind: pack.kind, body: pack.body }))

/** What it takes to keep a credential, by its code. Refuses with `credential.unknown`. */
export async function showPublicCredential(
  deps: PublicDeps,
  { code }: { readonly code: string },
): Promise<PublicCredentialPage> {
  const { rows } = await deps.database.pool.query<{ org: OrgId | null }>({
    name: 'public-credential-org',
    text: 'select app.org_of_credential($1) as org',
    values: [code],
  })
  const orgId = rows[0]?.org
  if (!orgId) throw refuse('not-found', 'credential.unknown')
  const today = formatDay(deps.clock.today())
  return read(deps, systemScope(orgId), async (tx) => {
    const found = await tx.client.query<{ packId: string }>({
      name: 'public-credential-pack',
      text: 'select pack_id as "packId" from credentials where org_id = $1 and code = $2',
      values: [orgId, code],
    })
    const packId = found.rows[0]?.packId
    const stored = packId === undefined ? undefined : inForceOn(today, await lineageOf(tx, orgId, packId))
    if (!stored) throw refuse('not-found', 'credential.unknown')
    const { pack, publishedOn } = stored
    const others = await newestPacks(tx, orgId)
    const sisters = others
      .filter((other) => other.pack.body.short === pack.body.short)
      .flatMap((other) => publicOf(other.pack))
    const own = publicOf(pack).find((each) => each.code === code)
    return {
      code,
      name: own?.name ?? pack.credential.name,
      kind: pack.kind,
      body: pack.body,
      words: packInWords(pack),
      version: pack.version,
      effective: pack.effective,
      over: pack.effective.to !== null && pack.effective.to < today,
      publishedOn,
      asOf: today,
      sisters: [...new Map(sisters.map((each) => [each.code, each])).values()].filter((each) => each.code !== code),
    }
  })
}

/** The rules of a lineage that hold on a day: the latest that have begun, else the first to begin. */
const inForceOn = (today: string, lineage: readonly StoredPack[]): StoredPack | undefined =>
  lineage.findLast(({ pack }) => pack.effective.from <= today) ?? lineage[0]
