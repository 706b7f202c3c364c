import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'

function from(remote: string, forwarded?: string): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remote })
  const request = new IncomingMessage(socket)
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded
  return request
}

describe('address of the caller', () => {
  it('is the socket’s where no proxy is trusted', () => {
    expect(addressOf(from('::ffff:10.0.0.9', '1.2.3.4'), 0)).toBe('10.0.0.9')
  })

  it('is what the outermost trusted proxy saw; what stands further left, the caller wrote', () => {
    expect(addressOf(from('10.0.0.1', '6.6.6.6, 1.2.3.4'), 1)).toBe('1.2.3.4')
    expect(addressOf(from('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2'), 2)).toBe('1.2.3.4')
    expect(addressOf(from('10.0.0.1'), 1)).toBe('10.0.0.1')
  })
})
