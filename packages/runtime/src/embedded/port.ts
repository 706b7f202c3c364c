import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { writeWhole } from '../secret-file.ts'

// Below 32768, where Linux begins to hand out ports to outgoing connections: a kept port stays ours over a restart.
const FIRST = 20_000
const COUNT = 12_000
const TRIES = 200

/** Whether nothing listens on the port of the address (the loopback where none is given). */
export function portIsFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** A port that nothing listens on, below 32768. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = FIRST + Math.floor(Math.random() * COUNT)
    if (await portIsFree(port)) return port
  }
  throw new Error(`no free port between ${FIRST} and ${FIRST + COUNT}`)
}

/** The port kept in the file where it is still free, another one (kept from now on) where it is not. */
export async function keptPort(path: string): Promise<number> {
  const kept = Number(await readFile(path, 'utf8').catch(() => ''))
  if (kept > 1024 && kept < 32_768 && (await portIsFree(kept))) return kept
  const port = await freePort()
  await writeWhole(path, `${port}\n`)
  return port
}
