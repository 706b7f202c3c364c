import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import { renewalBurnOf } from '@gs/domain/credentials'
import { courseFinish } from '@gs/domain/enrollments'
import type { Words } from '@gs/domain/rules'
import { courseBodiesOf } from '../courses/course-body.ts'
import { type OfferedCourse, offeredCourses } from '../courses/offered-courses.ts'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { credentialNames, type HoldingStanding, standingsOf } from '../standings/index.ts'
import { type Arithmetic, arithmeticOf } from './arithmetic.ts'
import { type RenewalView, renewalHistory } from './renewal-history.ts'

/** A holding that has terms, with the sums of today. */
export interface RenewableHolding {
  readonly holdingId: string
  readonly credential: string
  /** What the credential is called. */
  readonly name: Words
  readonly expiresOn: string | null
  readonly arithmetic: Arithmetic
  /** What applying today would burn though the next cycle could use it; null where nothing is lost. */
  readonly burn: RenewalBurn | null
}

export interface RenewalBurn {
  /** In thousandths of the arithmetic's unit. */
  readonly lost: number
  /** The first day of the next cycle. */
  readonly fullFrom: string | null
  /** Titles of the courses begun and not finished. */
  readonly begun: readonly string[]
}

export interface OwnRenewals {
  readonly today: string
  readonly holdings: readonly RenewableHolding[]
  readonly history: readonly RenewalView[]
}

/** The actor's holdings that can be renewed now or one day, and every application made so far. */
export function showOwnRenewals(ctx: ServiceContext): Promise<OwnRenewals> {
  const { orgId, personId } = ctx.actor
  const today = ctx.clock.today()
  return read(ctx, ownScope(ctx), async (tx) => {
    const { person, lineages, standings } = await standingsOf(tx, { orgId, personId, asOf: ctx.clock })
    const names = credentialNames(lineages)
    const begun = await begunCourses(tx, ctx)
    const holdings = standings
      .filter(({ standing }) => standing.cycle !== null)
      .map((judged): RenewableHolding => {
        const arithmetic = arithmeticOf(judged, { person })
        const { id: holdingId, credential } = judged.holding
        return {
          holdingId,
          credential,
          name: names(credential),
          expiresOn: arithmetic.cycle?.to ?? null,
          arithmetic,
          burn: burnOfRenewal(judged, begun),
        }
      })
    return {
      today: formatDay(today),
      holdings,
      history: await renewalHistory(tx, { orgId, personId }),
    }
  })
}

interface BegunCourse extends OfferedCourse {
  readonly title: string
}

async function begunCourses(tx: Transaction, { actor }: ServiceContext): Promise<readonly BegunCourse[]> {
  const offered = await offeredCourses(tx, actor)
  const begun = offered.filter(({ enrollment }) => enrollment?.status === 'active')
  const bodies = await courseBodiesOf(
    tx,
    actor.orgId,
    begun.map((course) => course.versionId),
  )
  return begun.map((course) => ({ ...course, title: bodies.get(course.versionId)?.title ?? course.code }))
}

function burnOfRenewal(
  { holding, pack, facts, at }: HoldingStanding,
  begun: readonly BegunCourse[],
): RenewalBurn | null {
  const finishes = begun.map((course) => courseFinish(course, holding.packId))
  const burn = renewalBurnOf(pack, facts, finishes, at)
  return (
    burn && {
      lost: burn.lost,
      fullFrom: burn.fullFrom === null ? null : formatDay(burn.fullFrom),
      begun: begun.map(({ title }) => title),
    }
  )
}
