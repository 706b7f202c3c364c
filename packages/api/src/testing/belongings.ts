import type { Lesson } from '@gs/domain/courses'
import type { TestCourse, TestDatabase, TestOrganisation, TestPerson } from '@gs/services/testing'

/** Everything of one person that an input could name. */
export interface Belongings {
  readonly personId: string
  readonly givenName: string
  readonly email: string
  readonly unitId: string
  readonly unitPath: string
  readonly holdingId: string
  /** A credential that the person declared and nobody confirmed. */
  readonly declaredHoldingId: string
  readonly entryId: string
  readonly fileId: string
  readonly cardFileId: string
  readonly submissionId: string
  readonly renewalId: string
  readonly openEnrollmentId: string
  readonly openAttemptId: string
  /** A question of the open attempt. */
  readonly question: string
  readonly closedAttemptId: string
  readonly recordId: string
  readonly recordCode: string
  readonly grantId: string
  readonly invitationId: string
  readonly spareSessionId: string
  readonly adoptedPlanId: string
  readonly proposedPlanId: string
  readonly planRunId: string
}

/** What belongs to everybody of an organisation. */
export interface Shared {
  readonly packId: string
  readonly courseId: string
  readonly versionId: string
  readonly courseCode: string
  readonly lesson: Lesson
  readonly mailId: string
}

/** What an input may name of one target; `spare` is of somebody else at the same place, for what can be done only once. */
export interface Things extends Belongings, Shared {
  readonly spare: Belongings
}

export interface Furnishing {
  readonly test: TestDatabase
  readonly org: TestOrganisation
  /** The course that everybody has passed, and the one in which everybody's attempt is open. */
  readonly passed: TestCourse
  readonly open: TestCourse
  readonly passwordHash: string
}

export interface Resident {
  readonly person: TestPerson
  readonly givenName: string
  readonly unit: { readonly id: string; readonly path: string }
  /** Whether to give a role to whoever has none. */
  readonly mayHoldRole: boolean
}
