import type { PortalRouter } from '@gs/api'
import type { TraceLine, Words } from '@gs/domain/rules'

type Caller = ReturnType<PortalRouter['createCaller']>

/** A holding on a day, with all that its standing follows from. */
export type Explanation = Awaited<ReturnType<Caller['standing']['explanation']>>
export type Explained = NonNullable<Explanation['explained']>
export type Line = NonNullable<Explained['lines']>[number]

/** The step of a reason; the console has it without the figure that it explains. */
export type ReasonLine = TraceLine
export type { Words }
