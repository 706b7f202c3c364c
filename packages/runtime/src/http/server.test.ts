import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerJson } from './answer.ts'
import { healthRoutes } from './health.ts'
import { iconRoute } from './icon.ts'
import type { Route } from './route.ts'
import { createHttpServer, drain, listen } from './server.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const state = { database: true, migrations: true, queue: true }

const echo: Route = {
  name: 'echo',
  bodyLimit: 1000,
  matches: ({ path }) => path.startsWith('/echo'),
  async handle({ request: incoming, response, ip }) {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    answerJson(response, 200, { bytes: Buffer.concat(chunks).byteLength, headers: incoming.headers, ip })
  },
}

const server = createHttpServer({
  url: 'http://localhost:3000',
  trustProxy: 0,
  logger: silent,
  routes: [...healthRoutes(async () => ({ ...state })), await iconRoute(), echo],
  pages: async (incoming, response) => {
    response.setHeader('Cache-Control', 'public, max-age=99')
    if (incoming.url === '/boom') throw new Error('secret detail')
    response.end(
      JSON.stringify({ policy: incoming.headers['content-security-policy'], nonce: incoming.headers['x-gs-nonce'] }),
    )
  },
})
let port = 0

beforeAll(async () => {
  await listen(server, 0)
  port = (server.address() as AddressInfo).port
})
afterAll(() => drain(server))

interface Call {
  readonly method?: string
  readonly headers?: Record<string, string | string[]>
  readonly body?: string | readonly string[]
}
interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly text: string
}

function call(path: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, path, method, headers }, (incoming) => {
      let text = ''
      incoming.on('data', (chunk) => {
        text += chunk
      })
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }))
    })
    outgoing.on('error', reject)
    if (Array.isArray(body)) for (const piece of body) outgoing.write(piece)
    outgoing.end(typeof body === 'string' ? body : undefined)
  })
}

/** What the server says to bytes that no client library would send. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('close', () => resolve(said))
  })
}

describe('every answer', () => {
  it('carries the security headers and may not be stored', async () => {
    for (const path of ['/healthz', '/echo', '/any/page', '/boom']) {
      const { headers } = await call(path)
      expect(headers['cache-control'], path).toBe('private, no-store')
      expect(headers['x-content-type-options'], path).toBe('nosniff')
      expect(headers['x-frame-options'], path).toBe('DENY')
      expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
      expect(headers['referrer-policy'], path).toBe('same-origin')
    }
  })

  it('lets files named by their content be stored', async () => {
    expect((await call('/_next/static/chunk.js')).headers['cache-control']).toBe('public, max-age=99')
  })

  it('gives every page a nonce of its own, the same in request and answer', async () => {
    const [one, two] = await Promise.all([call('/page'), call('/page')])
    const told = JSON.parse(one.text) as { policy: string; nonce: string }
    expect(one.headers['content-security-policy']).toBe(told.policy)
    expect(told.policy).toContain(`'nonce-${told.nonce}'`)
    expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy'])
  })

  it('says nothing of what failed inside', async () => {
    const { status, text } = await call('/boom')
    expect(status).toBe(500)
    expect(text).toBe('{"error":"internal"}')
  })
})

describe('who may change something', () => {
  const post = (headers: Record<string, string>) => call('/echo', { method: 'POST', headers, body: 'x' })

  it('own pages and programs with a key of their own', async () => {
    expect((await post({ origin: 'http://localhost:3000', cookie: 'a=b' })).status).toBe(200)
    expect((await post({ origin: 'http://127.0.0.1:3000', cookie: 'a=b' })).status).toBe(200)
    expect((await post({ 'sec-fetch-site': 'same-origin', cookie: 'a=b' })).status).toBe(200)
    expect((await post({ authorization: 'Bearer x' })).status).toBe(200)
  })

  it('not other sites, nor whoever hides where they come from', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:3001',
      'http://localhost:3000.evil.example',
      '',
    ])
      expect((await post({ origin })).status, origin).toBe(403)
    expect((await post({ cookie: 'a=b' })).status).toBe(403)
    expect((await post({ cookie: 'a=b', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('no page takes another method than GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await call('/page', { method, headers: { origin: 'http://localhost:3000', 'next-action': 'x' } })
      expect(answer.status, method).toBe(405)
    }
    expect((await call('/page', { method: 'OPTIONS' })).status).toBe(405)
  })
})

describe('bodies', () => {
  it('are taken up to the limit', async () => {
    const answer = await call('/echo', { method: 'POST', body: 'x'.repeat(1000) })
    expect(JSON.parse(answer.text)).toMatchObject({ bytes: 1000 })
  })

  it('are refused beyond it where the length is declared', async () => {
    expect((await call('/echo', { method: 'POST', body: 'x'.repeat(1001) })).status).toBe(413)
  })

  it('are refused at the chunk that passes it where it is not', async () => {
    const headers = { 'transfer-encoding': 'chunked' }
    const answer = await call('/echo', { method: 'POST', headers, body: ['x'.repeat(600), 'y'.repeat(600)] })
    expect(answer.status).toBe(413)
  })

  it('are not read by pages', async () => {
    expect((await call('/page', { headers: { 'content-length': '5' }, body: 'hello' })).status).toBe(413)
  })
})

describe('what only the framework or a proxy may say', () => {
  it('is removed before any handler sees it', async () => {
    const names = [
      'x-middleware-subrequest',
      'x-middleware-rewrite',
      'x-nextjs-data',
      'x-invoke-path',
      'x-original-url',
      'x-rewrite-url',
      'x-forwarded-host',
      'x-forwarded-for',
      'x-forwarded-proto',
      'x-http-method-override',
      'next-action',
    ]
    const answer = await call('/echo', { headers: Object.fromEntries(names.map((name) => [name, 'evil'])) })
    const { headers, ip } = JSON.parse(answer.text) as { headers: Record<string, string>; ip: string }
    expect(names.filter((name) => name in headers)).toEqual([])
    expect(ip).toMatch(/^(127\.0\.0\.1|::1)$/)
  })

  it('replaces what a caller says of the request', async () => {
    const answer = await call('/echo/x', { headers: { 'x-gs-ip': '6.6.6.6', 'x-gs-path': '/admin' } })
    const { headers } = JSON.parse(answer.text) as { headers: Record<string, string> }
    expect(headers['x-gs-path']).toBe('/echo/x')
    expect(headers['x-gs-ip']).not.toBe('6.6.6.6')
  })

  it('odd targets and upgrades are refused', async () => {
    for (const target of ['//evil.example/', 'http://evil.example/', '/\\evil', '*'])
      expect(await raw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`), target).toContain(' 400 ')
    const upgrade = 'GET /page HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
    expect(await raw(upgrade)).toContain(' 426 ')
  })
})

describe('the icon', () => {
  it('answers wherever a browser looks for one, and may be kept', async () => {
    for (const path of ['/icon.svg', '/favicon.ico', '/favicon.ico?v=2']) {
      const { status, headers, text } = await call(path)
      expect(status).toBe(200)
      expect(headers).toMatchObject({
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=86400',
        'x-content-type-options': 'nosniff',
      })
      expect(text).toMatch(/^<svg [\s\S]*<\/svg>\s*$/)
    }
  })

  it('is only read', async () => {
    expect(await call('/icon.svg', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
    expect((await call('/icon.svg', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(405)
  })
})

describe('health', () => {
  it('is ready when database, migrations and queue are', async () => {
    expect((await call('/healthz')).status).toBe(200)
    expect(JSON.parse((await call('/readyz')).text)).toEqual({
      ready: true,
      database: true,
      migrations: true,
      queue: true,
    })
  })
})
