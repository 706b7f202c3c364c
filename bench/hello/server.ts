import { createServer } from 'node:http'
import next from 'next'

// The same kind of server entry as the apps have, with nothing in front of Next.
const app = next({ dev: false, dir: import.meta.dirname })
await app.prepare()
const handler = app.getRequestHandler()
createServer((request, response) => handler(request, response)).listen(Number(process.env.PORT), '127.0.0.1', () =>
  process.send?.('ready'),
)
