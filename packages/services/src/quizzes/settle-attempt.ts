import { createHash } from 'node:crypto'
import { type CommandWork, withCommand } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { canonicalAnswers, gradeForm, isOpenAt, passes, percentOf } from '@gs/domain/quizzes'
import { courseBodyOf } from '../courses/course-body.ts'
import { requireEnrollment } from '../enrollments/enrollment-row.ts'
import type { Deps } from '../kernel/index.ts'
import { type AttemptRow, answersOf, attemptIn, callForAttempt, requireDevice } from './attempt-row.ts'
import { postPassing } from './post-passing.ts'
import { type AttemptResult, resultOf } from './read-result.ts'

export interface Settlement {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly attemptId: string
  /** The taker's own submission, or the clock. */
  readonly cause: 'submitted' | 'deadline'
  /** Of the taker's command; the clock's is made from the attempt. */
  readonly key?: string | undefined
  readonly requestId?: string | undefined
  /** The device that submits, where it has a name. */
  readonly device?: string | undefined
}

/** Rolls the command back where somebody else has submitted the attempt meanwhile: it is submitted once. */
class AlreadySettled extends Error {}

/**
 * Submits an attempt as it is saved: grades it, and where it is passed posts everything that follows, in one
 * transaction; answers the taker's own submission with its result. Does nothing where it is submitted already, or where
 * the clock was asked and time is left. Refuses with `attempt.unknown` and `attempt.elsewhere`.
 */
export async function settleAttempt(deps: Deps, settlement: Settlement): Promise<AttemptResult | undefined> {
  const { orgId, personId, attemptId, cause } = settlement
  const command = {
    orgId,
    personId,
    reach: [],
    name: 'quizzes.submit-attempt',
    key: settlement.key ?? `attempt:${attemptId}:deadline`,
    body: { attemptId },
    requestId: settlement.requestId,
    knownOn: deps.clock.today(),
    first: callForAttempt(settlement, true),
  }
  // Not kept with the key: a repeated call reads it as it then is.
  let result: AttemptResult | undefined
  try {
    await withCommand(deps.database, command, async (door) => {
      const open = attemptIn(door.first)
      if (open.status === 'submitted' || (cause === 'deadline' && timeLeft(open))) throw new AlreadySettled()
      requireDevice(open, settlement.device)
      const attempt = await settle(door, deps, { settlement, open })
      if (cause === 'submitted') result = await resultOf(deps, door.tx, { key: settlement, attempt })
      return { outcome: attempt.outcome }
    })
  } catch (error) {
    if (!(error instanceof AlreadySettled)) throw error
  }
  return result
}

const timeLeft = (attempt: AttemptRow): boolean =>
  isOpenAt({ deadline: Date.parse(attempt.deadlineAt), now: Date.parse(attempt.now) })

interface Settling {
  readonly settlement: Settlement
  readonly open: AttemptRow
}

async function settle(door: CommandWork, deps: Deps, { settlement, open }: Settling): Promise<AttemptRow> {
  const { orgId, personId, attemptId, cause } = settlement
  const body = await courseBodyOf(door.tx, orgId, open.versionId)
  const grade = gradeForm(open.form, body.questions, answersOf(open.saved))
  // An enrollment that is over earns nothing again.
  const passed = passes(grade, body.passMark) && open.enrollmentStatus === 'active'
  door.audit({
    id: deps.ids.next(),
    action: 'attempt.submitted',
    subjectKind: 'attempt',
    subjectId: attemptId,
    personId,
    after: {
      cause,
      answered: open.saved.length,
      points: grade.points,
      max: grade.max,
      percent: percentOf(grade),
      passed,
    },
  })
  const outcome = passed
    ? await postPassing(door, deps, {
        orgId,
        personId,
        enrollment: await requireEnrollment(door.tx, { orgId, personId, enrollmentId: open.enrollmentId }),
        body,
        percent: percentOf(grade),
      })
    : ('not-passed' as const)
  return close(door, { orgId, open, graded: { points: grade.points, max: grade.max, passed, outcome } })
}

interface Closing {
  readonly orgId: OrgId
  readonly open: AttemptRow
  readonly graded: Pick<AttemptRow, 'points' | 'max' | 'passed' | 'outcome'>
}

function close(door: CommandWork, { orgId, open, graded }: Closing): AttemptRow {
  const hash = createHash('sha256')
    .update(canonicalAnswers(open.form, answersOf(open.saved)), 'utf8')
    .digest('hex')
  door.atEnd('app.close_attempt', [
    orgId,
    open.id,
    open.exactNow,
    String(open.saved.reduce((last, { seq }) => Math.max(last, seq), 0)),
    String(graded.points),
    String(graded.max),
    String(graded.passed),
    `\\x${hash}`,
    graded.outcome,
  ])
  return { ...open, ...graded, status: 'submitted', submittedAt: open.now }
}
