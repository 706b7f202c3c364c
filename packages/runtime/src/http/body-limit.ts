import type { IncomingMessage } from 'node:http'

/**
 * Refuses a body beyond the limit: at once where its length is declared, else at the chunk that passes it.
 * `refuse` answers 413; the handler behind sees its request aborted.
 */
export function limitBody(request: IncomingMessage, limit: number, refuse: () => void): boolean {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    refuse()
    return false
  }
  if (request.headers['transfer-encoding'] !== undefined) countChunks(request, limit, refuse)
  return true
}

function countChunks(request: IncomingMessage, limit: number, refuse: () => void): void {
  const push = request.push.bind(request)
  let total = 0
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (total > limit) return false
    total += chunk?.byteLength ?? 0
    if (total <= limit) return push(chunk, encoding)
    refuse()
    request.destroy(new Error('body beyond the limit'))
    return false
  }
}
