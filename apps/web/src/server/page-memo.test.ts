import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoFirstPage, type PageReader } from './page-memo.ts'

let server: Server
let address: string
let set: number
let status: number
let nonces: number
/** What each cookie may read; whoever has none is not signed in. */
let content: Map<string, PageReader>

const reader = (name: string, counted: number): PageReader => ({
  me: async () => ({ name }),
  page: async () => ({ counted }),
})

/** A page in several pieces, with its nonce in a script and something that only its reader may see. */
async function setPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  set += 1
  const nonce = request.headers['x-gs-nonce']
  const who = content.get(request.headers.cookie ?? '')
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.write(`<p>${JSON.stringify([await who?.me(), await who?.page()])} ñ</p>`)
  response.write(Buffer.from(`<script nonce="${nonce}">`))
  response.end(`"${nonce}"</script>`)
}

beforeEach(async () => {
  set = 0
  nonces = 0
  status = 200
  content = new Map([
    ['a', reader('Ana', 100)],
    ['b', reader('Bo', 100)],
  ])
  const pages = memoFirstPage({
    pages: setPage,
    readerFor: async (request) => {
      const found = content.get(request.headers.cookie ?? '')
      if (!found) throw new Error('not signed in')
      return found
    },
  })
  server = createServer((request, response) => {
    nonces += 1
    request.headers['x-gs-nonce'] = `nonce+/${nonces}==`
    void pages(request, response)
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((done) => server.close(done)))

const get = async (cookie: string, headers: Record<string, string> = {}, path = '/') => {
  const answer = await fetch(address + path, { headers: { cookie, ...headers } })
  return { text: await answer.text(), answer }
}

describe('the first page', () => {
  it('is set once for the same content, and sent each time with a nonce of its own', async () => {
    const first = await get('a')
    const second = await get('a', { 'accept-encoding': 'identity' })
    expect(set).toBe(1)
    expect(first.text).toContain('<script nonce="nonce+/1=="')
    expect(second.text).toBe(first.text.replaceAll('nonce+/1==', 'nonce+/2=='))
    expect(second.text.match(/nonce\+\/2==/g)).toHaveLength(2)
    expect(second.answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('is set anew as soon as anything on it changed', async () => {
    await get('a')
    content.set('a', reader('Ana', 2000))
    expect((await get('a')).text).toContain('2000')
    expect(set).toBe(2)
    await get('a', { cookie: 'a' })
    expect(set).toBe(2)
  })

  it('is nobody else’s', async () => {
    await get('a')
    expect((await get('b')).text).toContain('Bo')
    expect((await get('a')).text).toContain('Ana')
    expect(set).toBe(2)
  })

  it('differs by language', async () => {
    await get('a', { 'accept-language': 'en' })
    await get('a', { 'accept-language': 'es' })
    expect(set).toBe(2)
  })

  it('is left to the pages for whoever is not signed in, for parts of it and for other addresses', async () => {
    await get('nobody')
    await get('nobody')
    await get('a', { rsc: '1' })
    await get('a', { rsc: '1' })
    await get('a', {}, '/credits')
    await get('a', {}, '/?_rsc=1')
    expect(set).toBe(6)
  })

  it('is not kept where it failed', async () => {
    status = 500
    await get('a')
    status = 200
    expect((await get('a')).answer.status).toBe(200)
    expect(set).toBe(2)
  })
})
