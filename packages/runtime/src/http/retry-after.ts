import type { ServerResponse } from 'node:http'
import { Refusal } from '@gs/services'

/** Seconds after which a call that came too often may come again; nothing for any other fault. */
export function retryAfterOf(fault: unknown): number | undefined {
  const refusal = fault instanceof Error && fault.cause instanceof Refusal ? fault.cause : fault
  if (!(refusal instanceof Refusal) || refusal.kind !== 'too-many') return undefined
  const seconds = Number(refusal.params?.seconds)
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : 1
}

/** Says when to come back, where the fault is one of coming too often. */
export function setRetryAfter(response: ServerResponse, fault: unknown): void {
  const seconds = retryAfterOf(fault)
  if (seconds !== undefined && !response.headersSent) response.setHeader('Retry-After', seconds)
}
