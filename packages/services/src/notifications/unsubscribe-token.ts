import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OrgId, PersonId } from '@gs/domain'
import { REMINDER_KINDS, type ReminderKind } from '@gs/domain/notifications'
import { z } from 'zod'

/** Whom a link in a mail lets say no, and to what. It signs nobody in. */
export interface Unsubscribing {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly kind: ReminderKind
}

const parts = z.tuple([z.uuid(), z.uuid(), z.enum(REMINDER_KINDS), z.string().min(20).max(60)])

const sealOf = (secret: string, { orgId, personId, kind }: Unsubscribing): Buffer =>
  createHmac('sha256', secret).update(`unsubscribe\n${orgId}\n${personId}\n${kind}`).digest()

/** The token of a mail: who and what, sealed with the product's secret, so that nothing is kept for it. */
export const unsubscribeToken = (secret: string, of: Unsubscribing): string =>
  [of.orgId, of.personId, of.kind, sealOf(secret, of).toString('base64url')].join('.')

/** What a token says; null where its seal is not ours. */
export function readUnsubscribeToken(secret: string, token: string): Unsubscribing | null {
  const read = parts.safeParse(token.split('.'))
  if (!read.success) return null
  const [orgId, personId, kind, seal] = read.data
  const of = { orgId: orgId as OrgId, personId: personId as PersonId, kind }
  const [given, right] = [Buffer.from(seal, 'base64url'), sealOf(secret, of)]
  return given.length === right.length && timingSafeEqual(given, right) ? of : null
}

/** Where the link in a mail leads, and where a mail program posts its one click. */
export const unsubscribePath = (token: string): string => `/unsubscribe/${token}`
