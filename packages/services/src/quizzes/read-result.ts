import type { Transaction } from '@gs/db'
import type { CourseBody } from '@gs/domain/courses'
import { feedbackOf, percentOf, type QuestionFeedback } from '@gs/domain/quizzes'
import { courseBodyOf, knownCourseBody } from '../courses/course-body.ts'
import { ownScope, read, readOnce, refuse, type ServiceContext } from '../kernel/index.ts'
import type { Clock } from '../ports.ts'
import { type StandingBrief, standingBrief } from '../standings/brief.ts'
import { packsOn, standingsOf } from '../standings/index.ts'
import { type AttemptKey, type AttemptRow, answersOf, attemptIn, callForAttempt } from './attempt-row.ts'

type Words = { readonly en: string; readonly es: string }

/** What passing posted, read back from where it stands. */
export interface PostedByPassing {
  readonly completedOn: string
  readonly award: {
    readonly entryId: string
    readonly credits: readonly {
      readonly packId: string
      readonly body: string | null
      readonly packName: Words | null
      readonly unit: { readonly singular: Words; readonly plural: Words } | null
      readonly amount: number
    }[]
  } | null
  readonly record: {
    readonly id: string
    readonly number: string
    readonly code: string
    readonly title: string
  } | null
  /** How the holdings that the award serves stand today. */
  readonly standings: readonly StandingBrief[]
}

export interface AttemptResult {
  readonly attemptId: string
  readonly enrollmentId: string
  readonly title: string
  readonly language: 'en' | 'es'
  readonly number: number
  readonly submittedAt: string
  readonly points: number
  readonly max: number
  readonly percent: number
  readonly passMark: number
  readonly passed: boolean
  readonly outcome: AttemptRow['outcome']
  readonly lessons: readonly { readonly key: string; readonly title: string }[]
  readonly feedback: readonly QuestionFeedback[]
  readonly posted: PostedByPassing | null
}

/** The result of a submitted attempt, with key and feedback. Refuses with `attempt.unknown` and, before release, `attempt.open`. */
export async function readResult(
  ctx: ServiceContext,
  { attemptId }: { readonly attemptId: string },
): Promise<AttemptResult> {
  const { orgId, personId } = ctx.actor
  const key = { orgId, personId, attemptId }
  const attempt = attemptIn(await readOnce(ctx, ownScope(ctx), callForAttempt(key)))
  const body = knownCourseBody(orgId, attempt.versionId)
  if (body && attempt.passed !== true) return resultIn(attempt, body, null)
  // A submitted attempt does not change: what belongs to it may be read after it.
  return read(ctx, ownScope(ctx), (tx) => resultOf(ctx, tx, { key, attempt }))
}

/** The same of an attempt that is at hand. */
export async function resultOf(
  { clock }: Pick<ServiceContext, 'clock'>,
  tx: Transaction,
  { key, attempt }: { readonly key: AttemptKey; readonly attempt: AttemptRow },
): Promise<AttemptResult> {
  const body = await courseBodyOf(tx, key.orgId, attempt.versionId)
  const { passed, enrollmentId } = attempt
  return resultIn(attempt, body, passed === true ? await postedBy(clock, tx, { ...key, enrollmentId }) : null)
}

function resultIn(attempt: AttemptRow, body: CourseBody, posted: PostedByPassing | null): AttemptResult {
  const { points, max, submittedAt } = attempt
  if (attempt.status !== 'submitted' || points === null || max === null || !submittedAt)
    throw refuse('conflict', 'attempt.open')
  return {
    attemptId: attempt.id,
    enrollmentId: attempt.enrollmentId,
    title: body.title,
    language: body.language,
    number: attempt.number,
    submittedAt,
    points,
    max,
    percent: percentOf({ points, max }),
    passMark: body.passMark,
    passed: attempt.passed === true,
    outcome: attempt.outcome,
    lessons: body.lessons.map(({ key: lesson, title }) => ({ key: lesson, title })),
    feedback: feedbackOf(attempt.form, body.questions, answersOf(attempt.saved)),
    posted,
  }
}

interface StoredPosting {
  readonly completedOn: string
  readonly award: { readonly entryId: string; readonly credits: readonly StoredLine[] } | null
  readonly record: PostedByPassing['record']
}

interface StoredLine {
  readonly packId: string
  readonly amount: number
}

async function postedBy(
  clock: Clock,
  tx: Transaction,
  { orgId, personId, enrollmentId }: AttemptKey & { readonly enrollmentId: string },
): Promise<PostedByPassing | null> {
  const { rows } = await tx.client.query<StoredPosting>({
    name: 'posted-by-passing',
    text: `select e.completed_on as "completedOn",
        (select jsonb_build_object('entryId', l.id, 'credits', coalesce((select jsonb_agg(jsonb_build_object(
            'packId', c.pack_id, 'amount', c.amount_thousandths) order by c.pack_id, c.category)
            from ledger_credits c where c.org_id = l.org_id and c.entry_id = l.id), '[]'))
          from ledger_entries l where l.org_id = e.org_id and l.enrollment_id = e.id and l.kind = 'award' limit 1) as award,
        (select jsonb_build_object('id', r.id, 'number', r.number, 'code', r.code, 'title', r.title) from records r
          where r.org_id = e.org_id and r.person_id = e.person_id and r.enrollment_id = e.id
          order by r.created_at limit 1) as record
      from enrollments e where e.org_id = $1 and e.id = $2 and e.completed_on is not null`,
    values: [orgId, enrollmentId],
  })
  const posted = rows[0]
  if (!posted) return null
  const { lineages, standings } = await standingsOf(tx, { orgId, personId, asOf: clock })
  const packs = packsOn(lineages, clock.today())
  const served = new Set(posted.award?.credits.map((line) => line.packId) ?? [])
  return {
    ...posted,
    award: posted.award && {
      ...posted.award,
      credits: posted.award.credits.map((line) => {
        const pack = packs.get(line.packId)?.pack
        return {
          ...line,
          body: pack?.body.short ?? null,
          packName: pack?.credential.name ?? null,
          unit: pack ? { singular: pack.unit.singular, plural: pack.unit.plural } : null,
        }
      }),
    },
    standings: standings.filter(({ holding }) => served.has(holding.packId)).map(standingBrief),
  }
}
