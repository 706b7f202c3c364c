import type { IncomingMessage } from 'node:http'

/**
 * The caller's address: that of the socket, or with n trusted proxies the n-th from the right of `X-Forwarded-For`
 * (what stands further left, the caller wrote).
 */
export function addressOf(request: IncomingMessage, trustProxy: number): string {
  const socket = request.socket.remoteAddress ?? ''
  if (trustProxy === 0) return plain(socket)
  const header = request.headers['x-forwarded-for']
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => hop.trim())
  return plain(hops.filter(Boolean).at(-trustProxy) ?? socket)
}

/** IPv4 addresses mapped into IPv6 are one address in two spellings. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
