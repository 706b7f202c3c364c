import { createHash } from 'node:crypto'
import { type CommandWork, withCommand } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { canonicalAnswers, type Grade, gradeForm, isOpenAt, passes, percentOf } from '@gs/domain/quizzes'
import { courseBodyOf } from '../courses/course-body.ts'
import { requireEnrollment } from '../enrollments/enrollment-row.ts'
import type { Deps } from '../kernel/index.ts'
import { type AttemptRow, answersOf, requireAttempt, savedChoices } from './attempt-row.ts'
import { postPassing } from './post-passing.ts'

export interface Settlement {
  readonly orgId: OrgId
  readonly personId: PersonId
  readonly attemptId: string
  /** The taker's own submission, or the clock. */
  readonly cause: 'submitted' | 'deadline'
  /** Of the taker's command; the clock's is made from the attempt. */
  readonly key?: string | undefined
  readonly requestId?: string | undefined
}

/** Rolls the command back where somebody else has submitted the attempt meanwhile: it is submitted once. */
class AlreadySettled extends Error {}

/**
 * Submits an attempt as it is saved: grades it, and where it is passed posts everything that follows, in one
 * transaction. Does nothing where it is submitted already, or where the clock was asked and time is left.
 * Refuses with `attempt.unknown`.
 */
export async function settleAttempt(deps: Deps, settlement: Settlement): Promise<void> {
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
  }
  try {
    await withCommand(deps.database, command, async (door) => {
      // The enrollment first: whoever begins an attempt locks in the same order.
      const { enrollmentId } = await requireAttempt(door.tx, settlement)
      const enrollment = await requireEnrollment(door.tx, { orgId, personId, enrollmentId }, true)
      const attempt = await requireAttempt(door.tx, settlement, true)
      if (attempt.status === 'submitted' || (cause === 'deadline' && timeLeft(attempt))) throw new AlreadySettled()
      const body = await courseBodyOf(door.tx, orgId, enrollment.versionId)
      const saved = await savedChoices(door.tx, { orgId, attemptId })
      const grade = gradeForm(attempt.form, body.questions, answersOf(saved))
      // An enrollment that is over earns nothing again.
      const passed = passes(grade, body.passMark) && enrollment.status === 'active'
      door.audit({
        id: deps.ids.next(),
        action: 'attempt.submitted',
        subjectKind: 'attempt',
        subjectId: attemptId,
        personId,
        after: {
          cause,
          answered: saved.length,
          points: grade.points,
          max: grade.max,
          percent: percentOf(grade),
          passed,
        },
      })
      const outcome = passed
        ? await postPassing(door, deps, { orgId, personId, enrollment, body, percent: percentOf(grade) })
        : ('not-passed' as const)
      await close(door, { settlement, attempt, grade, passed, outcome, saved })
      return { outcome }
    })
  } catch (error) {
    if (!(error instanceof AlreadySettled)) throw error
  }
}

const timeLeft = (attempt: AttemptRow): boolean =>
  isOpenAt({ deadline: attempt.deadlineAt.getTime(), now: attempt.now.getTime() })

interface Closing {
  readonly settlement: Settlement
  readonly attempt: AttemptRow
  readonly grade: Grade
  readonly passed: boolean
  readonly outcome: NonNullable<AttemptRow['outcome']>
  readonly saved: Awaited<ReturnType<typeof savedChoices>>
}

async function close(
  { tx }: CommandWork,
  { settlement, attempt, grade, passed, outcome, saved }: Closing,
): Promise<void> {
  const hash = createHash('sha256')
    .update(canonicalAnswers(attempt.form, answersOf(saved)), 'utf8')
    .digest()
  await tx.client.query({
    name: 'attempt-close',
    text: `update attempts set status = 'submitted', submitted_at = clock_timestamp(), last_seq = $3, score_points = $4,
        max_points = $5, passed = $6, answers_hash = $7, outcome = $8
      where org_id = $1 and id = $2`,
    values: [
      settlement.orgId,
      settlement.attemptId,
      saved.reduce((last, { seq }) => Math.max(last, seq), 0),
      grade.points,
      grade.max,
      passed,
      hash,
      outcome,
    ],
  })
}
