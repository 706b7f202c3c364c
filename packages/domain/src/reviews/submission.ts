import { err, ok, type PersonId, type Result } from '../kernel/index.ts'

/** What a trainer hands in: an outside activity, or a renewed card. */
export const SUBMISSION_KINDS = ['activity', 'card'] as const
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number]

export const SUBMISSION_STATUSES = ['waiting', 'approved', 'partly-approved', 'refused', 'withdrawn'] as const
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number]

export const OUTCOMES = ['approved', 'partly-approved', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type SubmissionEvent =
  | { readonly type: 'withdrawn'; readonly by: PersonId }
  | { readonly type: 'decided'; readonly by: PersonId; readonly outcome: Outcome }

export type SubmissionRefusal =
  | 'submission.not-waiting'
  | 'submission.not-own'
  | 'decision.own'
  | 'decision.card-in-part'

export interface SubmissionState {
  readonly personId: PersonId
  readonly kind: SubmissionKind
  readonly status: SubmissionStatus
}

/**
 * What an event makes of a submission. It is decided or withdrawn once; only whoever handed it in withdraws it, and
 * nobody decides on their own. A card is confirmed or refused as a whole.
 */
export function afterEvent(
  submission: SubmissionState,
  event: SubmissionEvent,
): Result<SubmissionStatus, SubmissionRefusal> {
  const own = event.by === submission.personId
  if (event.type === 'withdrawn' && !own) return err('submission.not-own')
  if (event.type === 'decided' && own) return err('decision.own')
  if (submission.status !== 'waiting') return err('submission.not-waiting')
  if (event.type === 'withdrawn') return ok('withdrawn')
  if (submission.kind === 'card' && event.outcome === 'partly-approved') return err('decision.card-in-part')
  return ok(event.outcome)
}
