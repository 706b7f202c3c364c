import { expect } from '@playwright/test'
import type { Fillings } from './routes.ts'
import type { Visitor } from './visitor.ts'

/** Whose session may ask for what; one person may be all of them. */
export interface Askers {
  readonly registrar: Visitor
  readonly author: Visitor
  readonly administrator: Visitor
}

export interface Subject {
  readonly personId: string
  readonly submissionId: string
  readonly holdingId: string
}

interface Course {
  readonly id: string
  readonly versions: readonly { readonly id: string }[]
}
interface Draft {
  readonly body: {
    readonly lessons: readonly { readonly key: string }[]
    readonly questions: readonly { readonly key: string }[]
  }
}

/** Things that the organisation has, for the pages of the console that show one; those of a person are the subject's. */
export async function consoleIds({ registrar, author, administrator }: Askers, subject: Subject): Promise<Fillings> {
  const renewals = await registrar.api.query<{ rows: readonly { renewalId: string }[] }>('renewals.list', {
    filter: 'decided',
    page: 1,
  })
  const courses = await author.api.query<readonly Course[]>('courses.list')
  const course = courses.find(({ versions }) => versions.length > 0)
  const draft = await author.api.query<Draft>('courses.draft', { courseId: course?.id })
  const wanted: Readonly<Record<string, string | undefined>> = {
    '/packs/[packId]': 'boc-2022',
    '/people/[personId]': subject.personId,
    '/people/[personId]/holdings/[holdingId]': subject.holdingId,
    '/awards/[personId]': subject.personId,
    '/settings/people/[personId]': subject.personId,
    '/planning/[runId]': await planRun(registrar),
    '/reviews/[submissionId]': subject.submissionId,
    '/renewals/[id]': renewals.rows[0]?.renewalId,
    '/settings/mail/[mailId]': await firstMail(administrator),
    '/courses/[courseId]': course?.id,
    '/courses/[courseId]/versions/[versionId]': course?.versions[0]?.id,
    '/courses/[courseId]/lessons/[key]': draft.body.lessons[0]?.key,
    '/courses/[courseId]/questions/[key]': draft.body.questions[0]?.key,
  }
  const missing = Object.keys(wanted).filter((pattern) => !wanted[pattern])
  if (missing.length > 0) throw new Error(`the demo has nothing for ${missing.join(', ')}`)
  return wanted as Fillings
}

/** A run over the registrar's whole organisation, begun where there is none. */
async function planRun({ api }: Visitor): Promise<string | undefined> {
  const { runs, units } = await api.query<{ runs: readonly { id: string }[]; units: readonly { id: string }[] }>(
    'plans.units',
  )
  if (runs[0]) return runs[0].id
  return (await api.mutate<{ runId: string }>('plans.startUnit', { unitId: units[0]?.id })).runId
}

/** The worker writes mails a moment after their cause. */
async function firstMail(administrator: Visitor): Promise<string | undefined> {
  const find = async (): Promise<string | undefined> => {
    const { mails } = await administrator.api.query<{ mails: readonly { id: string }[] }>('organizations.mails', {
      page: 1,
    })
    return mails[0]?.id
  }
  await expect.poll(find, { timeout: 60_000, message: 'a mail' }).toBeTruthy()
  return find()
}
