import { ownScope, reachFor, read, refuse, type ServiceContext } from '../kernel/index.ts'

export interface OpenFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
}

interface FileRow {
  readonly name: string
  readonly mediaType: string
  readonly storageKey: string
  readonly personId: string
}

/**
 * A file that was handed in: one's own, or as a reviewer that of a person whom the role reaches.
 * Refusals: `access.denied`, `file.unknown` (also where it is out of reach).
 */
export async function openFile(
  ctx: ServiceContext,
  { fileId, as }: { fileId: string; as: 'own' | 'reviewer' },
): Promise<OpenFile> {
  const scope = as === 'own' ? ownScope(ctx) : reachFor(ctx, 'reviews.decide')
  const row = await read(ctx, scope, async (tx) => {
    const { rows } = await tx.client.query<FileRow>({
      name: 'file-open',
      text: `select name, media_type as "mediaType", storage_key as "storageKey", person_id as "personId"
        from files where org_id = $1 and id = $2`,
      values: [ctx.actor.orgId, fileId],
    })
    return rows[0]
  })
  if (!row || (as === 'own' && row.personId !== ctx.actor.personId)) throw refuse('not-found', 'file.unknown')
  return { name: row.name, mediaType: row.mediaType, content: await ctx.files.get(row.storageKey) }
}
