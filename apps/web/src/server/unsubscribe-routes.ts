import type { Runtime } from '@gs/runtime'
import { answerJson, type Exchange, type Route } from '@gs/runtime/http'
import { readUnsubscribeToken } from '@gs/services/notifications'
import { declineReminders } from '@gs/services/reminders'

const UNSUBSCRIBE = /^\/unsubscribe\/([\w.-]{20,300})$/
/** A mail program posts `List-Unsubscribe=One-Click`, a browser an empty form. */
const BODY_LIMIT = 1000

/** Switches a kind of reminder off by the link of a mail: the one click of a mail program, and the button of the page. */
export function unsubscribeRoutes(deps: Runtime): readonly Route[] {
  return [
    {
      name: 'unsubscribe',
      bodyLimit: BODY_LIMIT,
      matches: ({ path, request }) => request.method === 'POST' && UNSUBSCRIBE.test(path),
      handle: (exchange) => decline(deps, exchange),
    },
  ]
}

async function decline(deps: Runtime, { path, request, response }: Exchange): Promise<void> {
  const token = UNSUBSCRIBE.exec(path)?.[1] ?? ''
  const of = readUnsubscribeToken(deps.secret, token)
  if (of) await declineReminders(deps, of)
  if (request.headers.accept?.includes('text/html')) {
    response.writeHead(303, { Location: `/unsubscribe/${token}?state=${of ? 'done' : 'unknown'}` })
    response.end()
    return
  }
  answerJson(response, of ? 200 : 404, of ? { unsubscribed: of.kind } : { error: 'not-found' })
}
