import type { Transaction } from '@gs/db'
import type { OrgId } from '@gs/domain'
import { refuse } from '../kernel/index.ts'

export interface PersonRow {
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly locale: 'en' | 'es'
  readonly status: 'active' | 'suspended'
  readonly unitPath: string
}

/** A person whom the scope of the transaction reaches; for whoever does not, the person does not exist (`person.unknown`). */
export async function requirePerson(tx: Transaction, orgId: OrgId, personId: string): Promise<PersonRow> {
  const { rows } = await tx.client.query<PersonRow>({
    name: 'person-required',
    text: `select id as "personId", given_name as "givenName", family_name as "familyName", email, locale, status,
        unit_path as "unitPath" from people where org_id = $1 and id = $2`,
    values: [orgId, personId],
  })
  const person = rows[0]
  if (!person) throw refuse('not-found', 'person.unknown')
  return person
}
