import { formatDay } from '@gs/domain'
import { command, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { loadCredentialNames, refreshStandings, storedDay } from '../standings/index.ts'
import { lockOthersDeclared } from './lock-holding.ts'
import { judgeStated, openFirstCycle } from './put-holding.ts'

export interface ConfirmHolding {
  readonly key: string
  readonly holdingId: string
}

/**
 * A registrar confirms what a holder declared: its cycle goes on record and it counts in compliance from today.
 * Refusals: `holding.unknown`, `holding.ended`, `holding.confirmed` (409), `decision.own` (403), and the faults of its dates where they
 * have become impossible since (422).
 */
export async function confirmHolding(ctx: ServiceContext, { key, holdingId }: ConfirmHolding): Promise<null> {
  const scope = scopeFor(ctx, 'holdings.write')
  return command(ctx, { scope, name: 'holdings.confirm', key, body: { holdingId } }, async (door) => {
    const { orgId, personId: decider } = ctx.actor
    const holding = await lockOthersDeclared(ctx, door.tx, holdingId)
    const { personId, credential } = holding
    const { declared } = await judgeStated(ctx, door.tx, {
      credential,
      certifiedOn: storedDay(holding.certifiedOn),
      cycleStart: holding.facts.cycleStart === undefined ? null : storedDay(holding.facts.cycleStart),
      expiresOn: holding.facts.expiresOn === undefined ? null : storedDay(holding.facts.expiresOn),
    })
    await door.tx.client.query({
      name: 'holding-confirm',
      text: `update holdings set source = 'confirmed', confirmed_on = $3, confirmed_by = $4 where org_id = $1 and id = $2`,
      values: [orgId, holdingId, formatDay(ctx.clock.today()), decider],
    })
    if (declared.cycle) await openFirstCycle(ctx, door.tx, { holdingId, personId, credential, cycle: declared.cycle })
    await refreshStandings(door.tx, ctx, { orgId, personId })
    await queueMail(door.tx, ctx, {
      orgId,
      to: { personId },
      template: 'holding-decided',
      event: holdingId,
      data: {
        title: (await loadCredentialNames(door.tx, orgId))(credential),
        outcome: 'confirmed',
        note: '',
        path: '/',
      },
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'holding.confirmed',
      subjectKind: 'holding',
      subjectId: holdingId,
      personId,
      before: { source: 'declared' },
      after: { source: 'confirmed', credential },
    })
    return null
  })
}
