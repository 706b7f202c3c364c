import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { initTRPC } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { ask } from './client.ts'
import { type Measured, measure } from './load.ts'

/** Requests a second of a tRPC query that does nothing, over the same adapter, in a process that does nothing else. */
export async function nullQuery(): Promise<Measured> {
  const child = fork(import.meta.filename, ['serve'])
  const [port] = (await once(child, 'message')) as [number]
  try {
    return await measure(() => ask(`http://localhost:${port}/nothing`))
  } finally {
    child.kill('SIGTERM')
  }
}

function serve(): void {
  const t = initTRPC.create()
  const router = t.router({ nothing: t.procedure.query(() => null) })
  const server = createServer(createHTTPHandler({ router }))
  server.listen(0, 'localhost', () => {
    const address = server.address()
    process.send?.(address && typeof address === 'object' ? address.port : 0)
  })
}

if (process.argv[2] === 'serve') serve()
