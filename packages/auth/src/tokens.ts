import { createHash } from 'node:crypto'

/** Secrets are stored as their SHA-256: 128 random bits and more need no slow hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Tokens from outside that belong to an organisation are `ORG.SECRET`; nothing where the form is another. */
export function splitOrgToken(token: string): { orgId: string; secretHash: Buffer } | undefined {
  const at = token.indexOf('.')
  const orgId = token.slice(0, Math.max(at, 0))
  const secret = token.slice(at + 1)
  if (!UUID.test(orgId) || secret.length < 16 || secret.length > 200) return undefined
  return { orgId, secretHash: hashToken(secret) }
}
