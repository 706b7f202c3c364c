import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderFileStore } from './files.ts'

describe('stored files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gs-files-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('gives back what was put, under a name that is not guessed', async () => {
    const store = folderFileStore(folder)
    const content = new TextEncoder().encode('evidence')
    const stored = await store.put(content)
    expect(stored.bytes).toBe(8)
    expect(stored.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    expect(stored.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{62}$/)
    expect(new Uint8Array(await store.get(stored.key))).toEqual(content)
    expect((await store.put(content)).key).not.toBe(stored.key)
    expect((await readdir(folder, { recursive: true })).some((name) => name.endsWith('.part'))).toBe(false)
  })

  it('reads nothing outside its folder', async () => {
    const store = folderFileStore(folder)
    for (const key of ['../secret', '/etc/passwd', 'aa/../../etc/passwd', '', `aa/${'b'.repeat(62)}/..`])
      await expect(store.get(key)).rejects.toThrow('not a key')
  })
})
