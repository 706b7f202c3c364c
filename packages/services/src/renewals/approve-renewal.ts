import type { CommandWork, Transaction } from '@gs/db'
import { type DaySpan, formatDay } from '@gs/domain'
import { judgeApproval } from '@gs/domain/credentials'
import { issueRecord } from '../issuance/issue-record.ts'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import { type PersonRow, requirePerson } from '../people/require-person.ts'
import {
  type HoldingStanding,
  loadCredentialNames,
  refreshStandings,
  standingsOf,
  storedDay,
} from '../standings/index.ts'
import { type Arithmetic, arithmeticOf } from './arithmetic.ts'
import { insertDecision } from './insert-decision.ts'
import { lockRenewal, type RenewalRow, setDecided } from './lock-renewal.ts'
import { postAllocations } from './post-allocations.ts'

export interface ApproveRenewal {
  readonly key: string
  readonly renewalId: string
  readonly note: string | null
}

export interface RenewalApproved {
  readonly renewalId: string
  readonly nextCycle: { readonly from: string; readonly to: string }
  readonly recordId: string
  readonly recordNumber: string
}

/**
 * Approves an application, in one transaction: the decision, the allocations, the next cycle from the old expiry, the
 * record with its new term, the standings, the trail and the mail. Judged as of the day of the application, as known
 * today: a decision that comes late takes nothing from the holder, an award reversed meanwhile does.
 * Refusals: `renewal.unknown`, `decision.own` (403), `renewal.decided` (409), `renewal.not-possible`,
 * `renewal.next-cycle-unknown`, `allocation.overspent` (422).
 */
export async function approveRenewal(ctx: ServiceContext, input: ApproveRenewal): Promise<RenewalApproved> {
  const { key, ...body } = input
  const scope = scopeFor(ctx, 'renewals.decide')
  return command(ctx, { scope, name: 'renewals.approve', key, body }, async (door) => {
    const renewal = await lockRenewal(door.tx, ctx.actor.orgId, input.renewalId)
    const person = await requirePerson(door.tx, ctx.actor.orgId, renewal.personId)
    const { judged, arithmetic } = await recompute(ctx, door.tx, renewal)
    const next = nextCycleOf(ctx, renewal, judged)
    const decision = { outcome: 'approved', reasonCode: null, note: input.note, arithmetic } as const
    const decisionId = await insertDecision(ctx, door.tx, { renewal, decision })
    await setDecided(door.tx, {
      orgId: ctx.actor.orgId,
      renewalId: renewal.id,
      status: 'approved',
      on: formatDay(ctx.clock.today()),
    })
    await postAllocations(door.tx, { orgId: ctx.actor.orgId, renewal, lines: arithmetic.lines })
    await openCycle(ctx, door.tx, { renewal, next })
    const record = await issue(ctx, door, { renewal, person, next, decisionId, arithmetic })
    await refreshStandings(door.tx, ctx, { orgId: ctx.actor.orgId, personId: renewal.personId })
    const days = { from: formatDay(next.from), to: formatDay(next.to) }
    await queueMail(door.tx, ctx, {
      orgId: ctx.actor.orgId,
      to: { personId: renewal.personId },
      template: 'renewal-decided',
      event: decisionId,
      data: {
        title: (await loadCredentialNames(door.tx, ctx.actor.orgId))(renewal.credential),
        outcome: 'approved',
        startsOn: days.from,
        expiresOn: days.to,
        note: input.note ?? '',
        path: `/records/${record.recordId}`,
      },
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'renewal.approved',
      subjectKind: 'renewal',
      subjectId: renewal.id,
      personId: renewal.personId,
      before: { cycle: renewal.cycle, status: renewal.status },
      after: { decisionId, cycle: renewal.cycle + 1, ...days, allocated: arithmetic.lines.length },
    })
    return { renewalId: renewal.id, nextCycle: days, recordId: record.recordId, recordNumber: record.number }
  })
}

/** The sums of an application as of the day it was made, as known today. */
export async function recompute(
  ctx: ServiceContext,
  tx: Transaction,
  renewal: Pick<RenewalRow, 'personId' | 'holdingId' | 'appliedOn'>,
): Promise<{ readonly judged: HoldingStanding; readonly arithmetic: Arithmetic }> {
  const days = { asOf: storedDay(renewal.appliedOn), knownAt: ctx.clock.today() }
  const { person, standings } = await standingsOf(tx, {
    orgId: ctx.actor.orgId,
    personId: renewal.personId,
    ...days,
  })
  const judged = standings.find(({ holding }) => holding.id === renewal.holdingId)
  if (!judged) throw refuse('not-found', 'holding.unknown')
  return { judged, arithmetic: arithmeticOf(judged, { person }) }
}

function nextCycleOf(ctx: ServiceContext, renewal: RenewalRow, { standing }: HoldingStanding): DaySpan {
  const judged = judgeApproval({
    applicant: renewal.personId,
    decider: ctx.actor.personId,
    status: renewal.status,
    standing,
  })
  if (judged.ok) return judged.value
  switch (judged.error) {
    case 'decision.own':
      throw refuse('forbidden', judged.error)
    case 'renewal.decided':
      throw refuse('conflict', judged.error)
    default:
      throw refuse('unprocessable', judged.error)
  }
}

interface Opening {
  readonly renewal: RenewalRow
  readonly next: DaySpan
}

async function openCycle(ctx: ServiceContext, tx: Transaction, { renewal, next }: Opening): Promise<void> {
  await tx.client.query({
    name: 'cycle-open',
    text: `insert into cycles (org_id, person_id, credential_code, valid, holding_id, number, starts_on, expires_on, renewal_id, known_on)
      values ($1, $2, $3, daterange($6::date, $7::date, '[]'), $4, $5, $6, $7, $8, $9)`,
    values: [
      ctx.actor.orgId,
      renewal.personId,
      renewal.credential,
      renewal.holdingId,
      renewal.cycle + 1,
      formatDay(next.from),
      formatDay(next.to),
      renewal.id,
      formatDay(ctx.clock.today()),
    ],
  })
}

interface Issuing extends Opening {
  readonly person: PersonRow
  readonly decisionId: string
  readonly arithmetic: Arithmetic
}

const issue = (ctx: ServiceContext, door: CommandWork, { renewal, person, next, decisionId, arithmetic }: Issuing) =>
  issueRecord(door, ctx, {
    orgId: ctx.actor.orgId,
    personId: renewal.personId,
    kind: 'certification',
    credentialCode: renewal.credential,
    title: renewal.credentialName,
    holderName: `${person.givenName} ${person.familyName}`,
    issuedOn: ctx.clock.today(),
    expiresOn: next.to,
    cause: { kind: 'decision', id: decisionId },
    enrollmentId: null,
    decidedBy: ctx.actor.personId,
    details: {
      packId: arithmetic.packId,
      packVersion: arithmetic.packVersion,
      renewalId: renewal.id,
      cycle: { from: formatDay(next.from), to: formatDay(next.to) },
    },
  })
