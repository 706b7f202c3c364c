import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { procedures, signIn } from './client.ts'
import type { Product } from './product.ts'

export interface Taker {
  readonly cookie: string
  readonly enrollmentId: string
  readonly api: ReturnType<typeof procedures>
}

interface CoursePage {
  readonly id: string
  readonly outline: readonly { readonly key: string; readonly practiceEntries: number }[]
}

/** Gives people of the population accounts with the demo's password, so that they can sign in. */
async function giveAccounts(owner: pg.Client, count: number): Promise<readonly string[]> {
  const { rows } = await owner.query<{ email: string }>(
    `with chosen as (select p.org_id, p.id, p.email from people p join organizations o using (org_id)
        where o.slug = 'demo-academy' and p.account_id is null order by p.id limit $1),
      made as (insert into identity.accounts (id, email, password_hash)
        select gen_random_uuid(), c.email, (select password_hash from identity.accounts where email = 'trainer@demo.test') from chosen c
        returning id, email),
      joined as (insert into identity.memberships (account_id, org_id, person_id)
        select m.id, c.org_id, c.id from made m join chosen c using (email))
      select email from made`,
    [count],
  )
  await owner.query(
    'update people p set account_id = m.account_id from identity.memberships m where m.person_id = p.id and p.account_id is null',
  )
  return rows.map((row) => row.email)
}

/** People who have done what stands before the quiz of a course, each in a session. */
export async function takersOf(product: Product, owner: pg.Client, count: number): Promise<readonly Taker[]> {
  const takers: Taker[] = []
  for (const email of await giveAccounts(owner, count)) {
    const cookie = await signIn(product.web, email, product.password)
    const api = procedures(product.web, cookie)
    const course = await api.query<CoursePage>('courses.page', { code: 'CES' })
    const started = await api.mutate<{ enrollmentId: string }>('enrollments.start', {
      courseId: course.id,
      key: randomUUID(),
    })
    const enrollmentId = started.enrollmentId
    for (const { key: lesson, practiceEntries } of course.outline) {
      await api.mutate('enrollments.markLesson', { enrollmentId, lesson, mark: 'done', key: randomUUID() })
      for (let entry = 0; entry < practiceEntries; entry++)
        await api.mutate('enrollments.logPractice', {
          enrollmentId,
          lesson,
          practisedOn: new Date().toISOString().slice(0, 10),
          what: 'Tried it with a client',
          howItWent: 'Well',
          key: randomUUID(),
        })
    }
    takers.push({ cookie, enrollmentId, api })
  }
  return takers
}

interface OpenAttempt {
  readonly attemptId: string
  readonly questions: readonly { readonly key: string; readonly options: readonly { readonly key: string }[] }[]
}

/** One whole attempt: begin, answer every question by itself, submit, look at the result. Answers the number of calls. */
export async function wholeAttempt({ api, enrollmentId }: Taker): Promise<number> {
  const { attemptId, questions } = await api.mutate<OpenAttempt>('quizzes.start', { enrollmentId, key: randomUUID() })
  for (const [index, question] of questions.entries())
    await api.mutate('quizzes.saveAnswer', {
      attemptId,
      question: question.key,
      choice: [question.options[0]?.key ?? ''],
      seq: index + 1,
    })
  await api.mutate('quizzes.submit', { attemptId, key: randomUUID() })
  await api.query('quizzes.result', { attemptId })
  return questions.length + 3
}

/** A day has three attempts; the bench has more of them, so it moves past ones back, each once. */
export const forgetAttempts = (owner: pg.Client): Promise<unknown> =>
  owner.query(
    "update attempts set started_at = started_at - interval '2 days' where status = 'submitted' and started_at > clock_timestamp() - interval '1 day'",
  )

/** Answers one question of an open attempt again and again. */
export async function answering(taker: Taker): Promise<() => Promise<unknown>> {
  const { attemptId, questions } = await taker.api.mutate<OpenAttempt>('quizzes.start', {
    enrollmentId: taker.enrollmentId,
    key: randomUUID(),
  })
  let seq = 0
  return () => {
    seq += 1
    const question = questions[seq % questions.length]
    const choice = [question?.options[seq % question.options.length]?.key ?? '']
    return taker.api.mutate('quizzes.saveAnswer', { attemptId, question: question?.key ?? '', choice, seq })
  }
}
