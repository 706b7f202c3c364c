import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  transformTRPCResponse,
} from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'

/** One call of one procedure, JSON in and JSON out, alone or as a batch of one: nearly every call is such. */
export interface SingleCall {
  readonly path: string
  readonly type: 'query' | 'mutation'
  readonly batched: boolean
  /** Of a query: what stands in its address. */
  readonly query: string | null
}

interface Procedure {
  readonly _def: { readonly type: string }
}

/** The single call that a request is; nothing for whatever is to be left to the library's own adapter. */
export function singleCallOf(router: AnyTRPCRouter, request: IncomingMessage, path: string): SingleCall | undefined {
  const procedures: Readonly<Record<string, Procedure>> = router._def.procedures
  const type = Object.hasOwn(procedures, path) ? procedures[path]?._def.type : undefined
  if (request.headers['trpc-accept'] !== undefined) return undefined
  const search = new URLSearchParams(request.url?.split('?', 2)[1])
  const batched = search.get('batch') === '1'
  const query = search.get('input')
  for (const name of search.keys()) if (name !== 'input' && name !== 'batch') return undefined
  if (type === 'query' && request.method === 'GET' && request.headers['content-type'] === undefined)
    return { path, type, batched, query }
  if (type === 'mutation' && request.method === 'POST' && query === null && isJson(request))
    return { path, type, batched, query: null }
  return undefined
}

const isJson = ({ headers }: IncomingMessage): boolean =>
  headers['content-type'] === 'application/json' || headers['content-type'] === 'application/json; charset=utf-8'

export interface Answering {
  readonly router: AnyTRPCRouter
  readonly call: SingleCall
  readonly createContext: () => Promise<unknown>
  /** Headers that a fault adds. */
  readonly headersOf: (error: TRPCError) => Readonly<Record<string, string>>
  readonly onError: (error: TRPCError) => void
}

/**
 * Answers a single call as the library's adapter does, without the Request, Response and streams that it makes of each
 * call: they cost as much as a short call itself.
 */
export async function answerSingleCall(
  request: IncomingMessage,
  response: ServerResponse,
  { router, call, createContext, headersOf, onError }: Answering,
): Promise<void> {
  const { path, type } = call
  const config = router._def._config
  // Begun at once, so that it arrives while the context is made; a body that never ends leaves nobody to answer.
  const text = type === 'query' ? Promise.resolve(call.query ?? '') : bodyOf(request)
  text.catch(() => undefined)
  let ctx: unknown
  try {
    ctx = await createContext()
    const data = await callTRPCProcedure({
      router,
      path,
      type,
      ctx,
      signal: undefined,
      batchIndex: 0,
      getRawInput: async () => inputIn(await text, call),
    })
    answer(response, { status: 200, call, body: transformTRPCResponse(config, { result: { data } }) })
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    onError(error)
    const shape = getTRPCErrorShape({ config, ctx, error, input: undefined, path, type })
    for (const [name, value] of Object.entries(headersOf(error))) response.setHeader(name, value)
    const status = getHTTPStatusCodeFromError(error)
    answer(response, { status, call, body: transformTRPCResponse(config, { error: shape }) })
  }
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.once('error', reject)
    request.once('close', () => reject(new Error('the request was closed before its end')))
  })
}

/** What the procedure is given; no input at all where none was sent. */
function inputIn(text: string, { batched, type }: SingleCall): unknown {
  if (text === '' && type === 'query') return undefined
  try {
    const input: unknown = JSON.parse(text)
    if (!batched) return input
    if (typeof input === 'object' && input !== null && !Array.isArray(input))
      return Object.entries(input).find(([index]) => index === '0')?.[1]
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: cause instanceof Error ? cause.message : 'input', cause })
  }
  throw new TRPCError({ code: 'BAD_REQUEST', message: 'the input of a batch is an object' })
}

interface Answer {
  readonly status: number
  readonly call: SingleCall
  readonly body: unknown
}

function answer(response: ServerResponse, { status, call, body }: Answer): void {
  if (response.headersSent) return
  const text = JSON.stringify(call.batched ? [body] : body)
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.setHeader('Vary', 'trpc-accept, accept')
  response.end(text)
}
