import type { Runtime } from '../compose.ts'
import { OperatorFault, systemCode } from '../fault.ts'
import type { Closers } from '../process/index.ts'
import { healthRoutes } from './health.ts'
import { iconRoute } from './icon.ts'
import { createHttpServer, drain, type HttpServerOptions, listen } from './server.ts'

export interface ServeOptions {
  readonly runtime: Runtime
  readonly port: number
  readonly url: string
  readonly routes: HttpServerOptions['routes']
  readonly pages: HttpServerOptions['pages']
  readonly closers: Closers
}

/** Health and icon, then the app's own routes, then its pages, on one port; a taken port is one line. */
export async function serveHttp({ runtime, port, url, routes, pages, closers }: ServeOptions): Promise<void> {
  const { trustProxy } = runtime.env
  const both = [...healthRoutes(runtime.readiness), await iconRoute()]
  const server = createHttpServer({ url, trustProxy, routes: [...both, ...routes], pages, logger: runtime.logger })
  try {
    await listen(server, port)
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE' && systemCode(error) !== 'EACCES') throw error
    throw new OperatorFault(
      `Port ${port} is ${systemCode(error) === 'EACCES' ? 'not allowed' : 'taken'}: choose another.`,
    )
  }
  runtime.logger.info({ port }, 'listening')
  await closers.add(() => drain(server))
}
