import type { Transaction } from '@gs/db'
import { formatDay, type PersonId } from '@gs/domain'
import type { Words } from '@gs/domain/rules'
import { ownScope, read, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { credentialNames, loadLineages, packsOn } from '../standings/index.ts'

/** A credential that can be held here. */
export interface CredentialOption {
  readonly code: string
  readonly name: Words
  /** The body for short and in full. */
  readonly body: string
  readonly bodyName: Words
  /** `none`: it never expires. `given`: the cycle stands on the certificate. `counted`: from the certification on. */
  readonly dates: 'none' | 'given' | 'counted'
}

export interface CredentialOptions {
  readonly today: string
  readonly credentials: readonly CredentialOption[]
  /** Codes that the person holds already. */
  readonly held: readonly string[]
}

/** What the actor can declare. */
export const ownCredentialOptions = (ctx: ServiceContext): Promise<CredentialOptions> =>
  read(ctx, ownScope(ctx), (tx) => optionsFor(ctx, tx, ctx.actor.personId))

/** What a registrar can enter for a person. Refusal: `person.unknown`. */
export const credentialOptions = (ctx: ServiceContext, personId: PersonId): Promise<CredentialOptions> =>
  read(ctx, scopeFor(ctx, 'holdings.write'), async (tx) => {
    await requirePerson(tx, ctx.actor.orgId, personId)
    return optionsFor(ctx, tx, personId)
  })

async function optionsFor(ctx: ServiceContext, tx: Transaction, personId: string): Promise<CredentialOptions> {
  const { orgId } = ctx.actor
  const lineages = await loadLineages(tx, orgId)
  const packs = packsOn(lineages, ctx.clock.today())
  const names = credentialNames(lineages)
  const { rows } = await tx.client.query<{ code: string; pack_id: string; held: boolean }>({
    name: 'credential-options',
    text: `select c.code, c.pack_id, exists (select 1 from holdings h where h.org_id = c.org_id and h.person_id = $2
        and h.credential_code = c.code and h.ended_on is null) as held
      from credentials c where c.org_id = $1 order by c.body, c.code`,
    values: [orgId, personId],
  })
  return {
    today: formatDay(ctx.clock.today()),
    held: rows.filter(({ held }) => held).map(({ code }) => code),
    credentials: rows.flatMap(({ code, pack_id: packId }): CredentialOption[] => {
      const found = packs.get(packId)
      if (!found) return []
      const { body } = found.pack
      return [
        {
          code,
          name: names(code),
          body: body.short,
          bodyName: body.name,
          dates: datesOf(found.term),
        },
      ]
    }),
  }
}

function datesOf(term: {
  readonly primitive: string
  readonly months?: number | undefined
}): CredentialOption['dates'] {
  if (term.primitive === 'term/none') return 'none'
  return term.primitive === 'term/given' && term.months === undefined ? 'given' : 'counted'
}
