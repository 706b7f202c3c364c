import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { initTRPC, TRPCError } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { drain, listen } from './server.ts'
import { answerSingleCall, singleCallOf } from './single-call.ts'

const t = initTRPC.context<{ readonly who: string | null }>().create()
const known = t.procedure.use(({ ctx, next }) => {
  if (!ctx.who) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next()
})
const router = t.router({
  greet: t.procedure
    .input(z.strictObject({ name: z.string() }).optional())
    .query(({ input, ctx }) => `hello ${input?.name ?? ctx.who ?? 'nobody'}`),
  nested: t.router({
    keep: known
      .input(z.strictObject({ what: z.string() }))
      .mutation(({ input }) => ({ kept: input.what, none: undefined })),
    fail: t.procedure.mutation(() => {
      throw new TypeError('inside')
    }),
    nothing: t.procedure.mutation(() => undefined),
  }),
})

async function createContext({ headers }: IncomingMessage): Promise<{ who: string | null }> {
  if (headers['x-who'] === 'broken') throw new Error('no context')
  return { who: headers['x-who'] === undefined ? null : String(headers['x-who']) }
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').slice(1).split('?')[0] ?? ''

async function single(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = singleCallOf(router, request, pathOf(request))
  if (!call) {
    response.setHeader('x-left', 'to the adapter')
    return adapter(request, response)
  }
  const options = { headersOf: () => ({}), onError: () => undefined }
  await answerSingleCall(request, response, { router, call, createContext: () => createContext(request), ...options })
}

const adapter = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
  nodeHTTPRequestHandler({
    req: request,
    res: response,
    path: pathOf(request),
    router,
    createContext: () => createContext(request),
  })

const servers: Server[] = []
const bases: string[] = []

beforeAll(async () => {
  for (const handle of [single, adapter]) {
    const server = createServer((request, response) => void handle(request, response))
    await listen(server, 0)
    servers.push(server)
    bases.push(`http://localhost:${(server.address() as AddressInfo).port}`)
  }
})
afterAll(() => Promise.all(servers.map(drain)))

interface Sent {
  readonly path: string
  readonly body?: string
  readonly headers?: Record<string, string>
}

/** The answers of both, without what names a place in the source. */
async function bothAnswers({ path, body, headers }: Sent) {
  const init =
    body === undefined
      ? { headers: { ...headers } }
      : { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }
  const answers = await Promise.all(bases.map((base) => fetch(`${base}/${path}`, init)))
  return Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      type: answer.headers.get('content-type'),
      vary: answer.headers.get('vary'),
      body: (await answer.text()).replaceAll(/,"stack":"(?:[^"\\]|\\.)*"/g, ''),
      left: answer.headers.get('x-left'),
    })),
  )
}

const input = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

describe('a single call', () => {
  it.each<[string, Sent, number]>([
    ['a query without input', { path: 'greet' }, 200],
    ['a query with input', { path: `greet?input=${input({ name: 'Ana' })}` }, 200],
    ['a query as a batch of one', { path: `greet?batch=1&input=${input({ 0: { name: 'Ana' } })}` }, 200],
    ['a batch of one without input', { path: 'greet?batch=1' }, 200],
    ['input that is no JSON', { path: 'greet?input=%7B' }, 400],
    ['input of another shape', { path: `greet?input=${input({ surname: 'Ana' })}` }, 400],
    ['a mutation', { path: 'nested.keep', body: '{"what":"a card"}', headers: { 'x-who': 'Ana' } }, 200],
    [
      'a mutation as a batch of one',
      { path: 'nested.keep?batch=1', body: '{"0":{"what":"ñ"}}', headers: { 'x-who': 'Ana' } },
      200,
    ],
    ['nobody signed in', { path: 'nested.keep', body: '{"what":"a card"}' }, 401],
    ['nobody signed in, in a batch of one', { path: 'nested.keep?batch=1', body: '{"0":{}}' }, 401],
    ['a body that is no JSON', { path: 'nested.keep', body: '{', headers: { 'x-who': 'Ana' } }, 400],
    ['an empty body', { path: 'nested.keep', body: '', headers: { 'x-who': 'Ana' } }, 400],
    ['a body of another shape', { path: 'nested.keep', body: '{"what":7}', headers: { 'x-who': 'Ana' } }, 400],
    ['a batch whose input is a list', { path: 'nested.keep?batch=1', body: '"x"', headers: { 'x-who': 'Ana' } }, 400],
    ['a fault inside', { path: 'nested.fail', body: '{}' }, 500],
    ['a context that cannot be made', { path: 'greet', headers: { 'x-who': 'broken' } }, 500],
    ['an answer of nothing', { path: 'nested.nothing', body: '{}' }, 200],
  ])('is answered as the library answers it: %s', async (_, sent, status) => {
    const [ours, theirs] = await bothAnswers(sent)
    expect(ours?.left).toBeNull()
    expect(ours?.status).toBe(status)
    const withoutWords = (body = ''): string => body.replace(/"message":"(?:[^"\\]|\\.)*"/g, '"message":""')
    expect({ ...ours, body: withoutWords(ours?.body) }).toEqual({ ...theirs, body: withoutWords(theirs?.body) })
  })

  it.each<[string, Sent, number]>([
    ['two calls in a batch', { path: `greet,greet?batch=1&input=${input({})}` }, 200],
    ['a procedure that is not there', { path: 'unheard.of' }, 404],
    ['a name of every object', { path: 'constructor' }, 404],
    ['a mutation asked for with GET', { path: `nested.keep?input=${input({ what: 'x' })}` }, 405],
    ['another content type', { path: 'nested.keep', body: 'x', headers: { 'content-type': 'text/plain' } }, 415],
    ['a stream of answers', { path: 'greet?batch=1', headers: { 'trpc-accept': 'application/jsonl' } }, 200],
  ])('leaves everything else to the library: %s', async (_, sent, status) => {
    const [ours] = await bothAnswers(sent)
    expect(ours?.left).toBe('to the adapter')
    expect(ours?.status).toBe(status)
  })
})
