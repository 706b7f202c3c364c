import { createHash } from 'node:crypto'
import type { Limits } from '@gs/auth'
import { answerJson, type Exchange, type Route } from '@gs/runtime/http'
import { type CalendarDeps, calendarOfToken, personCalendar } from '@gs/services/calendar'
import type { Caller } from './bridge.ts'

const CALENDAR = /^\/calendar\/([^/]{1,200})\.ics$/
/** The download of whoever is signed in; every other name is a token. */
const OWN = 'plan'

export interface CalendarRoutesOptions {
  readonly deps: CalendarDeps
  readonly limits: Limits
  readonly callerFor: (exchange: Exchange) => Promise<Pick<Caller, 'session'>>
}

/** `/calendar/plan.ics` for whoever is signed in, and `/calendar/TOKEN.ics` for their calendar program. */
export function calendarRoutes({ deps, limits, callerFor }: CalendarRoutesOptions): readonly Route[] {
  return [
    {
      name: 'calendar',
      bodyLimit: 0,
      matches: ({ path, request }) => (request.method === 'GET' || request.method === 'HEAD') && CALENDAR.test(path),
      handle: async (exchange) => {
        const name = CALENDAR.exec(exchange.path)?.[1] ?? ''
        if (name !== OWN) {
          const wait = await tooMany(limits, exchange, name)
          if (wait !== undefined) refuse(exchange, wait)
          else send(exchange, await calendarOfToken(deps, name))
          return
        }
        const me = await (await callerFor(exchange)).session.me().catch(() => undefined)
        if (!me) {
          answerJson(exchange.response, 401, { error: 'session.none' })
          return
        }
        const { id: orgId } = me.organisation
        send(exchange, await personCalendar(deps, { orgId, personId: me.personId }), 'good-standing.ics')
      },
    },
  ]
}

/** By token and by address: many calendars are fetched from the same few addresses of a provider. */
async function tooMany(limits: Limits, { ip }: Exchange, token: string): Promise<number | undefined> {
  return (await limits.consume('calendar-token', token)) ?? limits.consume('calendar-address', ip)
}

function refuse({ response }: Exchange, seconds: number): void {
  response.setHeader('Retry-After', String(seconds))
  answerJson(response, 429, { error: 'too-many' })
}

/** The file, or that there is none: what was revoked and what never was are one and the same. */
function send({ request, response }: Exchange, file: string | null, download?: string): void {
  if (file === null) {
    answerJson(response, 404, { error: 'not-found' })
    return
  }
  const tag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`
  // A program may keep it for its own person, and asks each time whether it is still the same.
  response.setHeader('Cache-Control', 'private, no-cache')
  response.setHeader('ETag', tag)
  if (request.headers['if-none-match'] === tag) {
    response.statusCode = 304
    response.end()
    return
  }
  const body = Buffer.from(file, 'utf8')
  response.statusCode = 200
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8')
  response.setHeader('Content-Length', body.byteLength)
  if (download) response.setHeader('Content-Disposition', `attachment; filename="${download}"`)
  response.end(request.method === 'HEAD' ? undefined : body)
}
