import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ask } from './client.ts'
import { type Measured, measure } from './load.ts'

const ROOT = join(import.meta.dirname, '../..')
const PORT = 13_190

/** Requests a second that a Next route answers which only says hello, on this machine, in this run. */
export async function helloRoute(): Promise<Measured> {
  const built = spawnSync(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build', 'bench/hello'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (built.status !== 0) throw new Error('the control could not be built')
  const child = fork(join(ROOT, 'bench/hello/server.ts'), {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(PORT) },
  })
  await once(child, 'message')
  try {
    return await measure(() => ask(`http://localhost:${PORT}/hello`))
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
