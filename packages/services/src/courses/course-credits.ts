import type { Transaction } from '@gs/db'
import { formatDay, type OrgId } from '@gs/domain'
import { type CourseApproval, creditFault } from '@gs/domain/courses'
import type { CompiledPack, Words } from '@gs/domain/rules'
import { command, read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { loadPacks } from '../standings/packs.ts'
import { requireDraft } from './stored-draft.ts'

/** What one body gives for a course, as it is stored and sent. */
export interface StoredCredit {
  readonly packId: string
  readonly category: string
  /** Thousandths of the pack's unit. */
  readonly amount: number
  readonly from: string
  readonly to: string | null
  /** Where it is published. */
  readonly source: string
}

export interface CreditingPack {
  readonly packId: string
  readonly body: string
  readonly credential: Words
  readonly unit: Words
  readonly categories: readonly { readonly code: string; readonly name: Words }[]
}

export interface CourseCreditsPage {
  readonly credits: readonly StoredCredit[]
  readonly packs: readonly CreditingPack[]
  readonly today: string
}

const STORED = `select pack_id as "packId", category, amount_thousandths as amount, approved_from as "from", approved_to as "to", source
  from course_credits where org_id = $1 and course_id = $2 order by pack_id, category, approved_from`

/** What bodies give for a course, for authors. Refuses with `course.unknown`. */
export async function readCourseCredits(
  ctx: ServiceContext,
  { courseId }: { readonly courseId: string },
): Promise<CourseCreditsPage> {
  const { orgId } = ctx.actor
  return read(ctx, scopeFor(ctx, 'courses.read'), async (tx) => {
    await requireDraft(tx, { orgId, courseId, lock: false })
    const today = ctx.clock.today()
    const packs = await loadPacks(tx, orgId, today)
    return {
      credits: await storedCredits(tx, { orgId, courseId }),
      packs: [...packs.values()].map(creditingPack).sort(byBody),
      today: formatDay(today),
    }
  })
}

const creditingPack = ({ pack }: CompiledPack): CreditingPack => ({
  packId: pack.id,
  body: pack.body.short,
  credential: pack.credential.name,
  unit: pack.unit.plural,
  categories: pack.categories,
})

const byBody = (one: CreditingPack, other: CreditingPack): number =>
  one.body.localeCompare(other.body) || (one.packId < other.packId ? -1 : 1)

export interface CourseCredit extends CourseApproval {
  readonly source: string
}

export interface CreditsChange {
  readonly courseId: string
  /** What the author saw: another list by now is not overwritten. */
  readonly seen: readonly CourseCredit[]
  readonly credits: readonly CourseCredit[]
  readonly key: string
}

/**
 * Changes what bodies give for a course, for completions and plans from now on; what was awarded stays. Refuses with
 * `course.unknown`, `credits.stale` (412) and `credits.` with what makes no sense, its place in `params`.
 */
export async function setCourseCredits(
  ctx: ServiceContext,
  input: CreditsChange,
): Promise<{ readonly credits: readonly StoredCredit[] }> {
  const { orgId } = ctx.actor
  const { courseId, key } = input
  const [seen, credits] = [input.seen.map(storedCredit), input.credits.map(storedCredit)]
  const call = {
    scope: scopeFor(ctx, 'courses.write'),
    name: 'courses.credits',
    key,
    body: { courseId, seen, credits },
  }
  return command(ctx, call, async (door) => {
    const { tx } = door
    // Whoever edits the draft or the list waits for the other.
    await requireDraft(tx, { orgId, courseId, lock: true })
    const before = await storedCredits(tx, { orgId, courseId })
    if (!sameList(before, seen)) throw refuse('stale', 'credits.stale')
    const packs = await loadPacks(tx, orgId, ctx.clock.today())
    const known = new Map([...packs].map(([id, { pack }]) => [id, pack.categories.map(({ code }) => code)]))
    const fault = creditFault(input.credits, known)
    if (fault) throw refuse('invalid', `credits.${fault.field}`, { params: { index: fault.index } })
    await replace(tx, { orgId, courseId, credits })
    door.audit({
      id: ctx.ids.next(),
      action: 'course.credits-changed',
      subjectKind: 'course',
      subjectId: courseId,
      before,
      after: credits,
    })
    return { credits: await storedCredits(tx, { orgId, courseId }) }
  })
}

const storedCredit = ({ packId, category, amount, from, to, source }: CourseCredit): StoredCredit => ({
  packId,
  category,
  amount,
  from: formatDay(from),
  to: to === null ? null : formatDay(to),
  source,
})

const sameList = (one: readonly StoredCredit[], other: readonly StoredCredit[]): boolean => {
  const text = (list: readonly StoredCredit[]): string =>
    list
      .map(({ packId, category, amount, from, to, source }) =>
        JSON.stringify([packId, category, amount, from, to, source]),
      )
      .sort()
      .join()
  return text(one) === text(other)
}

interface OfCourse {
  readonly orgId: OrgId
  readonly courseId: string
}

async function storedCredits(tx: Transaction, { orgId, courseId }: OfCourse): Promise<readonly StoredCredit[]> {
  const { rows } = await tx.client.query<StoredCredit>(STORED, [orgId, courseId])
  return rows
}

/** What an author has left as it was is still the demo's value, where it was one. */
async function replace(
  tx: Transaction,
  { orgId, courseId, credits }: OfCourse & { readonly credits: readonly StoredCredit[] },
): Promise<void> {
  const { rows: gone } = await tx.client.query<StoredCredit & { readonly demo: boolean }>(
    `delete from course_credits where org_id = $1 and course_id = $2 returning pack_id as "packId", category,
      amount_thousandths as amount, approved_from as "from", approved_to as "to", source, is_demo_value as demo`,
    [orgId, courseId],
  )
  const demo = gone.filter((each) => each.demo)
  const rows = credits.map((credit) => ({ ...credit, demo: demo.some((each) => sameList([each], [credit])) }))
  await tx.client.query(
    `insert into course_credits (org_id, course_id, pack_id, category, amount_thousandths, approved_from, approved_to, source, is_demo_value)
      select $1, $2, r."packId", r.category, r.amount, r."from", r."to", r.source, r.demo
      from jsonb_to_recordset($3::jsonb) as r ("packId" text, category text, amount integer, "from" date, "to" date, source text,
        demo boolean)`,
    [orgId, courseId, JSON.stringify(rows)],
  )
}
