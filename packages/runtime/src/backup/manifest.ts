import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { OperatorFault } from '../fault.ts'

const CopiedTable = z.object({
  name: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)).min(1),
  rows: z.number().int().nonnegative(),
  sha256: z.string(),
})
export type CopiedTable = z.infer<typeof CopiedTable>

/** What a copy is: written last, so that a copy with a manifest is a whole one. */
const Manifest = z.object({
  format: z.literal('good-standing-backup/1'),
  createdAt: z.string(),
  migrations: z.array(z.string()),
  /** In the order in which they can be put back. */
  tables: z.array(CopiedTable),
  files: z.number().int().nonnegative(),
  keys: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'
export const tableFile = (folder: string, { name }: Pick<CopiedTable, 'name'>): string =>
  join(folder, 'tables', `${name}.copy`)

/** Reads a copy's manifest and proves every table by its checksum. One line for what is wrong. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new OperatorFault(`${folder} holds no whole backup: it has no ${MANIFEST}.`)
  })
  const parsed = Manifest.safeParse(parseJson(text))
  if (!parsed.success) throw new OperatorFault(`${folder} is no backup of this product.`)
  for (const table of parsed.data.tables) {
    const found = await hashOf(tableFile(folder, table)).catch(() => '')
    if (found !== table.sha256) throw new OperatorFault(`The backup is damaged: ${table.name} is not what was written.`)
  }
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
