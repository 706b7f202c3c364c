import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface FaultProxy {
  /** The same database, reached through the proxy. */
  readonly url: string
  /** From now on the answer to the next COMMIT is swallowed and its connection cut. */
  swallowNextCommit(): void
  close(): Promise<void>
}

/** Stands between application and database and loses what the test tells it to lose. */
export async function startProxy(target: string): Promise<FaultProxy> {
  const to = new URL(target)
  const open = new Set<Socket>()
  let armed = false
  const server = createServer((client) => {
    const upstream = connect(Number(to.port), to.hostname)
    let swallowing = false
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk: Buffer) => {
      if (armed && chunk.includes('commit\0')) {
        armed = false
        swallowing = true
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk: Buffer) => {
      // The server has committed and says so: nobody hears it.
      if (swallowing) client.destroy()
      else client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = new URL(target)
  if (address && typeof address === 'object') url.port = String(address.port)
  return {
    url: url.href,
    swallowNextCommit() {
      armed = true
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
