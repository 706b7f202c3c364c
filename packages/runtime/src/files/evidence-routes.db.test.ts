import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { createOrganisation, type TestOrganisation, type TestPerson } from '@gs/services/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createHttpServer, drain, listen } from '../http/server.ts'
import { attachment } from './attachment.ts'
import { evidenceRoutes } from './evidence-routes.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const pdf = '%PDF-1.7 a page'
let test: TestDatabase
let org: TestOrganisation
let trainer: TestPerson
let stranger: TestPerson
let registrar: TestPerson
let elsewhere: TestPerson
const signedIn = new Map<string, TestPerson>()
const servers: { server: ReturnType<typeof createHttpServer>; base: string }[] = []

async function start(as: 'own' | 'reviewer'): Promise<string> {
  const server = createHttpServer({
    url: 'http://localhost:3000',
    trustProxy: 0,
    logger: silent,
    routes: evidenceRoutes({
      deps: trainer.context,
      as,
      actorOf: async (cookie) => signedIn.get(cookie ?? '')?.context.actor,
    }),
    pages: async (_request, response) => void response.writeHead(404).end(),
  })
  await listen(server, 0)
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  servers.push({ server, base })
  return base
}

let portal = ''
let console_ = ''

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  org = await createOrganisation(test.database)
  trainer = await org.person()
  stranger = await org.person()
  registrar = await org.person({ unit: 'root', roles: ['registrar'] })
  elsewhere = await org.person({ unit: 'south', roles: ['registrar'] })
  signedIn.set('who=trainer', trainer).set('who=stranger', stranger)
  signedIn.set('who=registrar', registrar).set('who=elsewhere', elsewhere)
  portal = await start('own')
  console_ = await start('reviewer')
})
afterAll(async () => {
  await Promise.all(servers.map(({ server }) => drain(server)))
  await test.drop()
})

interface Upload {
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly cookie?: string
  readonly headers?: Record<string, string>
}

const upload = ({ body = pdf, cookie = 'who=trainer', headers = {} }: Upload = {}) =>
  fetch(`${portal}/files/evidence`, {
    method: 'POST',
    body,
    headers: {
      cookie,
      origin: 'http://localhost:3000',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('certificado año.pdf'),
      'x-file-purpose': 'evidence',
      'x-command-key': randomUUID(),
      ...headers,
    },
  })
const fetchAs = (base: string, id: string, cookie: string) =>
  fetch(`${base}/files/evidence/${id}`, { headers: { cookie } })

describe('evidence over HTTP', () => {
  it('is handed in, and comes back as a download to its owner and the reviewer alone', async () => {
    const kept = await upload()
    expect(kept.status).toBe(201)
    const { fileId, name } = (await kept.json()) as { fileId: string; name: string }
    expect(name).toBe('certificado año.pdf')
    for (const [base, cookie] of [
      [portal, 'who=trainer'],
      [console_, 'who=registrar'],
    ] as const) {
      const back = await fetchAs(base, fileId, cookie)
      expect(back.status).toBe(200)
      expect(await back.text()).toBe(pdf)
      expect(back.headers.get('content-type')).toBe('application/pdf')
      expect(back.headers.get('content-disposition')).toBe(attachment('certificado año.pdf'))
      expect(back.headers.get('x-content-type-options')).toBe('nosniff')
      expect(back.headers.get('cache-control')).toBe('private, no-store')
      expect(back.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    }
    expect((await fetchAs(portal, fileId, 'who=stranger')).status).toBe(404)
    expect((await fetchAs(portal, fileId, 'who=registrar')).status).toBe(404)
    expect((await fetchAs(console_, fileId, 'who=elsewhere')).status).toBe(404)
    expect((await fetchAs(console_, fileId, 'who=trainer')).status).toBe(404)
    expect((await fetchAs(portal, fileId, '')).status).toBe(401)
    expect((await fetchAs(portal, randomUUID(), 'who=trainer')).status).toBe(404)
  })

  it('is kept once for its key', async () => {
    const headers = { 'x-command-key': randomUUID() }
    const [one, two] = [await upload({ headers }), await upload({ headers })]
    expect(await one.json()).toEqual(await two.json())
    expect((await upload({ headers, body: '%PDF-1.7 other' })).status).toBe(422)
  })

  it('refuses strangers, other sites, other types and what is too large', async () => {
    expect((await upload({ cookie: '' })).status).toBe(401)
    expect((await upload({ headers: { origin: 'https://evil.test' } })).status).toBe(403)
    expect((await upload({ headers: { 'content-type': 'text/plain' } })).status).toBe(400)
    expect((await upload({ headers: { 'x-file-name': '%E0%A4%A' } })).status).toBe(400)
    const html = await upload({ body: '<script>alert(1)</script>' })
    expect([html.status, await html.json()]).toEqual([422, { error: 'file.type' }])
    const large = await upload({ body: new Uint8Array(10 * 1024 * 1024 + 1) }).catch(() => undefined)
    expect(large === undefined || large.status === 413).toBe(true)
    const onConsole = await fetch(`${console_}/files/evidence`, { method: 'POST', body: pdf })
    expect(onConsole.status).not.toBe(201)
  })
})

describe('the name of a download', () => {
  it('cannot end the header or name a folder, in any script', () => {
    expect(attachment('a"b\r\nSet-Cookie: x')).toBe(
      `attachment; filename="a_b__Set-Cookie: x"; filename*=UTF-8''a%22b%0D%0ASet-Cookie%3A%20x`,
    )
    expect(attachment('año.pdf')).toContain("filename*=UTF-8''a%C3%B1o.pdf")
    expect(attachment('\ud800.pdf')).toContain('%EF%BF%BD.pdf')
  })
})
