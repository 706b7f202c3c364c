import type { PortalRouter } from '@gs/api'

type Caller = ReturnType<PortalRouter['createCaller']>

/** What the Plan page works with. */
export type PlanPage = Awaited<ReturnType<Caller['plans']['page']>>
export type Adopted = NonNullable<PlanPage['adopted']>
export type Proposed = NonNullable<PlanPage['proposed']>
export type DraftBody = NonNullable<PlanPage['draft']>['body']
export type Proposal = NonNullable<DraftBody['proposal']>
export type CourseChoice = DraftBody['choices'][number]
export type Course = PlanPage['courses'][number]
