import { type Database, withCommand } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { loadPacks } from '@gs/rulepacks'
import { type Clock, type Ids, systemScope } from '../kernel/index.ts'
import { publishPacks } from '../rules/index.ts'
import { invitationPath, storeInvitation } from './invite-person.ts'

export interface NewOrganisation {
  readonly name: string
  readonly adminEmail: string
  readonly locale: 'en' | 'es'
}

export interface CreatedOrganisation {
  readonly orgId: string
  readonly slug: string
  /** Where its first administrator begins, below the console's address. Works once, for two weeks. */
  readonly invitationPath: string
}

const SUFFIX_LENGTH = 6

/** A readable address part, with the end of the id so that no two organisations share one. */
function slugOf(name: string, orgId: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const suffix = orgId.slice(-SUFFIX_LENGTH)
  return plain ? `${plain}-${suffix}` : suffix
}

/**
 * Begins an organisation without the demo: its root unit, the rule packs that come with the product, and the invitation
 * of its first administrator.
 */
export async function createOrganisation(
  deps: { readonly database: Database; readonly clock: Clock; readonly ids: Ids },
  { name, adminEmail, locale }: NewOrganisation,
): Promise<CreatedOrganisation> {
  const orgId = deps.ids.next() as OrgId
  const slug = slugOf(name, orgId)
  const command = {
    ...systemScope(orgId),
    name: 'organizations.create',
    key: orgId,
    body: { name },
    knownOn: deps.clock.today(),
  }
  // The token is not part of the command's answer, which is kept.
  let token = ''
  await withCommand(deps.database, command, async ({ tx, audit }) => {
    await tx.client.query('insert into organizations (org_id, name, slug) values ($1, $2, $3)', [orgId, name, slug])
    const unitId = deps.ids.next()
    await tx.client.query('insert into units (org_id, id, name, path) values ($1, $2, $3, $4)', [
      orgId,
      unitId,
      name,
      `${unitId}/`,
    ])
    const stored = await storeInvitation(tx, deps.ids, {
      orgId,
      email: adminEmail,
      givenName: '',
      familyName: '',
      unitId,
      role: 'administrator',
      locale,
      invitedBy: null,
    })
    token = stored.token
    const published = await publishPacks(tx, { orgId, packs: loadPacks(), today: deps.clock.today() })
    audit({
      id: deps.ids.next(),
      action: 'organisation.created',
      subjectKind: 'organisation',
      subjectId: orgId,
      after: { name, slug, packs: published.versions.length },
    })
    return {}
  })
  return { orgId, slug, invitationPath: invitationPath(token) }
}
