import { createHash } from 'node:crypto'
import { EVIDENCE_LIMIT, type EvidenceType, evidenceTypeOf, shownFileName } from '@gs/domain/reviews'
import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'

export interface NewFile {
  readonly key: string
  readonly purpose: 'evidence' | 'card'
  readonly name: string
  readonly content: Uint8Array
}

export interface KeptFile {
  readonly fileId: string
  readonly name: string
  readonly mediaType: EvidenceType
  readonly bytes: number
}

/** How many files one person may hand in in 24 hours. */
const A_DAY = 40

/**
 * Keeps a file that a trainer hands in, under a name made by the store. Its type is read from its content.
 * Refusals: `file.empty`, `file.too-large`, `file.type` (422), `file.too-many` (429).
 */
export async function keepFile(ctx: ServiceContext, { key, purpose, name, content }: NewFile): Promise<KeptFile> {
  if (content.byteLength === 0) throw refuse('unprocessable', 'file.empty', { field: 'file' })
  if (content.byteLength > EVIDENCE_LIMIT) throw refuse('unprocessable', 'file.too-large', { field: 'file' })
  const mediaType = evidenceTypeOf(content)
  if (!mediaType) throw refuse('unprocessable', 'file.type', { field: 'file' })
  const scope = ownScope(ctx)
  const { orgId, personId } = ctx.actor
  const shown = shownFileName(name)
  const body = { purpose, name: shown, sha256: createHash('sha256').update(content).digest('hex') }
  return command(ctx, { scope, name: 'files.keep', key, body }, async ({ tx, audit }) => {
    const { rows } = await tx.client.query<{ today: number }>({
      name: 'files-today',
      text: `select count(*)::int as today from files
        where org_id = $1 and person_id = $2 and created_at > now() - interval '24 hours'`,
      values: [orgId, personId],
    })
    if ((rows[0]?.today ?? 0) >= A_DAY) throw refuse('too-many', 'file.too-many', { field: 'file' })
    const fileId = ctx.ids.next()
    const stored = await ctx.files.put(content)
    await tx.client.query({
      name: 'file-insert',
      text: `insert into files (org_id, id, person_id, purpose, name, media_type, bytes, sha256, storage_key)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [orgId, fileId, personId, purpose, shown, mediaType, stored.bytes, body.sha256, stored.key],
    })
    audit({
      id: ctx.ids.next(),
      action: 'file.kept',
      subjectKind: 'file',
      subjectId: fileId,
      personId,
      after: { mediaType, bytes: stored.bytes, sha256: body.sha256 },
    })
    return { fileId, name: shown, mediaType, bytes: stored.bytes }
  })
}
