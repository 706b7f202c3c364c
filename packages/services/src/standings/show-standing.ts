import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import { courseBodiesOf } from '../courses/course-body.ts'
import { offeredCourses } from '../courses/offered-courses.ts'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { credentialNames } from './credential-names.ts'
import type { HoldingSurroundings, OpenCourse } from './holding-context.ts'
import { type HoldingView, holdingView } from './holding-view.ts'
import { standingsOf } from './standings-of.ts'

/** Everything that the first page of the portal shows. */
export interface StandingPage {
  /** 'YYYY-MM-DD'. */
  readonly today: string
  readonly holdings: readonly HoldingView[]
}

const SURROUNDINGS = `select
  coalesce((select jsonb_object_agg(code, jsonb_build_object('kind', kind, 'body', body))
    from credentials where org_id = $1), '{}') as credentials,
  coalesce((select jsonb_agg(jsonb_build_object('id', id, 'holdingId', holding_id, 'appliedOn', applied_on))
    from renewals where org_id = $1 and person_id = $2 and status = 'applied'), '[]') as applications,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'credential', r.credential_code, 'number', r.number))
    from (select distinct on (credential_code) id, credential_code, number from records
      where org_id = $1 and person_id = $2 and credential_code is not null
      order by credential_code, issued_on desc, id desc) r), '[]') as records`

/** The actor's holdings as they stand today, each with its next step, its timeline and the reasons; one transaction. */
export function showStanding(ctx: ServiceContext): Promise<StandingPage> {
  const { orgId, personId } = ctx.actor
  const today = ctx.clock.today()
  return read(ctx, ownScope(ctx), async (tx) => {
    const { person, lineages, standings } = await standingsOf(tx, { orgId, personId, asOf: ctx.clock })
    const surroundings = await surroundingsOf(tx, ctx)
    const courses = await coursesOf(tx, ctx)
    const names = credentialNames(lineages)
    return {
      today: formatDay(today),
      holdings: standings.map((judged) =>
        holdingView(judged, { person, surroundings, names, courses, today: judged.at.asOf }),
      ),
    }
  })
}

async function surroundingsOf(tx: Transaction, { actor }: ServiceContext): Promise<HoldingSurroundings> {
  const { rows } = await tx.client.query<HoldingSurroundings>({
    name: 'standing-surroundings',
    text: SURROUNDINGS,
    values: [actor.orgId, actor.personId],
  })
  return rows[0] ?? { credentials: {}, applications: [], records: [] }
}

async function coursesOf(tx: Transaction, { actor }: ServiceContext): Promise<readonly OpenCourse[]> {
  const offered = await offeredCourses(tx, actor)
  const open = offered.filter((course) => course.enrollment?.status !== 'completed')
  const bodies = await courseBodiesOf(
    tx,
    actor.orgId,
    open.map((course) => course.versionId),
  )
  return open.map((course) => ({ ...course, title: bodies.get(course.versionId)?.title ?? course.code }))
}
