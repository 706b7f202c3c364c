import { answerJson, type Exchange, type Route, setRetryAfter, wantsJson } from '@gs/runtime/http'
import { certificateOf } from '@gs/services/issuance'
import { TRPCError } from '@trpc/server'
import type { Caller } from './bridge.ts'

const CERTIFICATE = /^\/files\/records\/([0-9a-f-]{36})\.pdf$/
const VERIFY = /^\/verify\/([^/]+)$/

export interface RecordRoutesOptions {
  /** The router in the name of whoever asks. */
  readonly callerFor: (exchange: Exchange) => Promise<Caller>
  /** Public address of the portal, for the code on the certificate. */
  readonly portal: string
}

/** Certificates for their holders, and verification for programs; people get the page `/verify/CODE`. */
export function recordRoutes({ callerFor, portal }: RecordRoutesOptions): readonly Route[] {
  return [
    {
      name: 'certificate',
      bodyLimit: 0,
      matches: ({ path, request }) => isRead(request.method) && CERTIFICATE.test(path),
      handle: (exchange) =>
        answering(exchange, async () => {
          const recordId = CERTIFICATE.exec(exchange.path)?.[1] ?? ''
          const caller = await callerFor(exchange)
          const record = await caller.records.show({ recordId })
          sendPdf(exchange, certificateOf(record, { locale: languageOf(exchange), portal }), `${record.number}.pdf`)
        }),
    },
    {
      name: 'verify',
      bodyLimit: 0,
      matches: ({ path, request }) => isRead(request.method) && VERIFY.test(path) && wantsJson(request),
      handle: (exchange) =>
        answering(exchange, async () => {
          const code = decoded(VERIFY.exec(exchange.path)?.[1] ?? '')
          const caller = await callerFor(exchange)
          const record = await caller.verify.record({ code })
          answerJson(exchange.response, 200, { valid: record.state === 'valid', ...record })
        }),
    },
  ]
}

const isRead = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 404,
  NOT_FOUND: 404,
  BAD_REQUEST: 404,
  TOO_MANY_REQUESTS: 429,
}

/** What may not be seen is not there: both are 404. */
async function answering({ response }: Exchange, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const status = error instanceof TRPCError ? STATUS[error.code] : undefined
    if (!(error instanceof TRPCError) || status === undefined) throw error
    const code = /^[a-z]+\.[a-z-]+$/.test(error.message) ? error.message : 'not-found'
    setRetryAfter(response, error)
    answerJson(response, status, { valid: false, error: status === 401 ? 'session.none' : code })
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `?lang=` goes before the language of the account. */
function languageOf({ request }: Exchange): 'en' | 'es' {
  const asked = /[?&]lang=(en|es)\b/.exec(request.url ?? '')?.[1]
  const kept = /(?:^|;\s*)gs_locale=(en|es)\b/.exec(request.headers.cookie ?? '')?.[1]
  return (asked ?? kept) === 'es' ? 'es' : 'en'
}

function sendPdf({ request, response }: Exchange, pdf: Uint8Array, name: string): void {
  response.statusCode = 200
  response.setHeader('Content-Type', 'application/pdf')
  response.setHeader('Content-Length', pdf.byteLength)
  response.setHeader('Content-Disposition', `inline; filename="${name}"`)
  response.end(request.method === 'HEAD' ? undefined : pdf)
}
