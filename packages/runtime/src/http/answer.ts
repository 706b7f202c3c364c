import type { ServerResponse } from 'node:http'

/** Ends the answer with a short JSON body, unless one was already begun. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) {
    response.end()
    return
  }
  const text = JSON.stringify(body)
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.end(text)
}

/** Refuses and closes the connection: what is left of the request is not read. */
export function refuseAndClose(response: ServerResponse, status: number, code: string): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
  answerJson(response, status, { error: code })
}
