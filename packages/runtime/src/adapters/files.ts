import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore, StoredFile } from '@gs/services'

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{62}$/

/**
 * Files under a folder, under names made here (256 random bits): nothing of what a user sent is in a path. Written
 * beside, flushed, and renamed: a key that was given out leads to the whole file, after a crash too.
 */
export function folderFileStore(folder: string): FileStore {
  return {
    async put(content) {
      const name = randomBytes(32).toString('hex')
      const key = `${name.slice(0, 2)}/${name.slice(2)}`
      await writeFlushed(join(folder, key), content)
      const stored: StoredFile = {
        key,
        bytes: content.byteLength,
        sha256: createHash('sha256').update(content).digest('hex'),
      }
      return stored
    },
    async get(key) {
      if (!KEY.test(key)) throw new Error('not a key of a stored file')
      return readFile(join(folder, key))
    },
  }
}

async function writeFlushed(path: string, content: Uint8Array): Promise<void> {
  const beside = `${path}.part`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } finally {
    await rm(beside, { force: true })
  }
}
