import { upload } from '../access/belongings.ts'
import { TODAY } from '../support/global-setup.ts'
import { newTrainer, type Trainer } from '../support/newcomer.ts'
import { type Apps, expect, type Page, signIn, test, watch } from '../support/test.ts'
import { signInAs, stranger, type Visitor, visitor } from '../support/visitor.ts'
import { type HostileCourse, hostileCourse } from './hostile-course.ts'
import { PAYLOADS, packed } from './payloads.ts'

/** Hostile words in every field, stored as anybody would, then every page that shows them in a real browser. */

const appsOf = (): Apps => ({ portal: process.env.E2E_WEB ?? '', console: process.env.E2E_ADMIN ?? '' })
const EVERYTHING = 'admin@rival.test'
const HOLDER = 'trainer@rival.test'
const ALL = packed(2000).join(' ')

let named: readonly Trainer[]
let course: HostileCourse
let student: Trainer
let studied: { enrollmentId: string; open: string; closed: string; recordId: string; recordCode: string }
let holderId: string
let submissions: readonly string[]
let studentId: string

test.beforeAll(async () => {
  const apps = appsOf()
  const staff = await visitor(apps.console, EVERYTHING)
  await nameUnitsAndInvitations(staff)
  course = await hostileCourse(staff)
  const names = packed(100)
  const people: { givenName: string; familyName: string }[] = []
  for (let index = 0; index < names.length; index += 2)
    people.push({ givenName: names[index] ?? '', familyName: names[index + 1] ?? names[0] ?? '' })
  const wanted = { ...apps, unit: 'Rival Gym', invitedBy: EVERYTHING }
  named = await Promise.all(people.map((name) => newTrainer({ ...wanted, ...name })))
  student = named[0] as Trainer
  studied = await study(student)
  studentId = (await student.api.query<{ personId: string }>('session.me')).personId
  await handInAndAward(apps, staff)
  await signInFromOddBrowser(apps)
  await staff.leave()
})

async function nameUnitsAndInvitations({ api }: Visitor): Promise<void> {
  const [root] = await api.query<readonly { id: string }[]>('organizations.units')
  // A name stands once in its place, also where this is done a second time.
  const mark = crypto.randomUUID().slice(0, 8)
  for (const name of packed(91))
    await api.mutate('organizations.addUnit', { parentId: root?.id, name: `${mark} ${name}` })
  for (const [index, name] of packed(100).entries())
    await api.mutate('organizations.invite', {
      email: `hostile-${index}-${crypto.randomUUID()}@example.test`,
      givenName: name,
      familyName: name,
      unitId: root?.id,
      role: null,
      locale: index % 2 === 0 ? 'en' : 'es',
    })
}

/** The student passes the course, and begins its quiz a second time in a new enrollment. */
async function study({ api }: Visitor): Promise<typeof studied> {
  const { id: courseId } = await api.query<{ id: string }>('courses.page', { code: course.code })
  const enrol = async (): Promise<string> => {
    const { enrollmentId } = await api.mutate<{ enrollmentId: string }>('enrollments.start', { courseId })
    const at = { enrollmentId, lesson: course.lesson }
    await api.mutate('enrollments.markLesson', { ...at, mark: 'done' })
    await api.mutate('enrollments.logPractice', { ...at, practisedOn: TODAY, what: ALL, howItWent: ALL })
    return enrollmentId
  }
  const begin = (enrollmentId: string) =>
    api.mutate<{ attemptId: string; questions: readonly { key: string }[] }>('quizzes.start', { enrollmentId })
  const first = await begin(await enrol())
  const { attemptId: closed } = first
  for (const [index, { key }] of first.questions.entries())
    await api.mutate('quizzes.saveAnswer', {
      key: undefined,
      attemptId: closed,
      question: key,
      choice: ['a'],
      seq: index + 1,
    })
  await api.mutate('quizzes.submit', { attemptId: closed })
  const enrollmentId = await enrol()
  const { attemptId: open } = await begin(enrollmentId)
  const [record] = await api.query<readonly { id: string; code: string }[]>('records.list')
  return { enrollmentId, open, closed, recordId: record?.id ?? '', recordCode: record?.code ?? '' }
}

/** What a holder hands in, and what a registrar writes about it. */
async function handInAndAward(apps: Apps, staff: Visitor): Promise<void> {
  const holder = await visitor(apps.portal, HOLDER)
  holderId = (await holder.api.query<{ personId: string }>('session.me')).personId
  const made: string[] = []
  for (const title of packed(200)) {
    const fileId = await upload(holder, { name: `${title}.pdf`, purpose: 'evidence' })
    const { submissionId } = await holder.api.mutate<{ submissionId: string }>('reviews.handInActivity', {
      kind: 'petition',
      title,
      provider: title,
      completedOn: TODAY,
      credits: [{ packId: 'nasm-cpt', amount: '0.1' }],
      minutes: null,
      note: ALL,
      fileId,
    })
    made.push(submissionId)
  }
  const cardFile = await upload(holder, { name: `${packed(100)[0]}.pdf`, purpose: 'card' })
  for (const issuer of packed(120)) {
    const card = { type: 'cpr-aed', issuer, issuedOn: TODAY, validThrough: null, handsOn: true, fileId: cardFile }
    made.push((await holder.api.mutate<{ submissionId: string }>('reviews.handInCard', card)).submissionId)
  }
  submissions = made
  const refused = { credits: [], outcome: 'refused', reasonCode: 'other', note: ALL }
  await staff.api.mutate('reviews.decide', { submissionId: made[0], ...refused })
  const { entryId } = await staff.api.mutate<{ entryId: string }>('awards.post', {
    personId: holderId,
    activity: packed(200)[0],
    activityType: 'course',
    completedOn: TODAY,
    credits: [{ packId: 'nasm-cpt', amount: '0.1' }],
    reason: packed(1000)[0],
    notify: true,
  })
  await staff.api.mutate('awards.reverse', { entryId, reason: packed(1000)[0] })
  const reason = packed(500)[0]
  const last = named.at(-1)
  const personId = (await last?.api.query<{ personId: string }>('session.me'))?.personId
  await staff.api.mutate('organizations.suspend', { personId, reason })
  await staff.api.mutate('organizations.restore', { personId, reason })
  await holder.leave()
}

/** What a browser calls itself is shown in the lists of sessions. */
async function signInFromOddBrowser(apps: Apps): Promise<void> {
  for (const app of [apps.portal, apps.console]) {
    const odd = await stranger(app, { userAgent: packed(390)[0] ?? '' })
    await signInAs(odd, app === apps.portal ? HOLDER : EVERYTHING)
    await odd.leave()
  }
}

interface Shown {
  readonly path: string
  /** What must stand there as text. */
  readonly texts?: readonly string[]
}

/** Opens pages one after the other; answers whatever was more than text. */
async function look(page: Page, app: string, pages: readonly Shown[]): Promise<readonly string[]> {
  const faults: string[] = []
  const { complaints } = watch(page)
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  let heard = 0
  for (const { path, texts = [] } of pages) {
    await page.goto(`${app}${path}`, { waitUntil: 'networkidle' })
    const found = await page.evaluate(() => {
      const read = document.createElement('div')
      for (const part of document.body.children) if (!part.matches('script')) read.append(part.cloneNode(true))
      for (const script of read.querySelectorAll('script, style, template')) script.remove()
      return {
        // As a reader of the page's text would find it, also where it is cut short, folded away or typed into a field.
        text: [
          read.textContent ?? '',
          ...Array.from(document.querySelectorAll('input, textarea'), (field) => (field as HTMLInputElement).value),
        ]
          .join(' ')
          .replace(/\s+/g, ' '),
        grown: Array.from(
          document.querySelectorAll(
            '[onerror],[onload],[ontoggle],iframe,base,meta[http-equiv="refresh" i],[href^="javascript:" i],[href*="evil.example"],[src*="evil.example"],[action*="evil.example"],math',
          ),
          (element) => element.outerHTML.slice(0, 200),
        ),
      }
    })
    if (new URL(page.url()).origin !== app) faults.push(`${path} led to ${page.url()}`)
    faults.push(...found.grown.map((html) => `${path} grew ${html}`))
    faults.push(
      ...texts.filter((text) => !found.text.includes(text)).map((text) => `${path} does not show ${text.slice(0, 80)}`),
    )
    // An address of nothing is one of the pages, and the browser says so.
    const said = complaints.slice(heard).filter((complaint) => !complaint.includes('404 (Not Found)'))
    faults.push(...said.map((complaint) => `${path}: ${complaint}`))
    heard = complaints.length
  }
  return faults
}

test('in the console, hostile words are words', async ({ page, apps }) => {
  test.setTimeout(480_000)
  await signIn(page, apps.console, EVERYTHING)
  const names = named.map(({ givenName, familyName }) => `${givenName} ${familyName}`)
  const [title = ''] = packed(200)
  const everySubmission = submissions.map((id) => ({ path: `/reviews/${id}` }))
  const query = encodeURIComponent(ALL.slice(0, 110))
  const faults = await look(page, apps.console, [
    { path: '/settings?show=all', texts: names },
    {
      path: '/settings/units',
      texts: packed(91),
    },
    { path: '/settings/invitations', texts: packed(100) },
    { path: '/settings/sessions' },
    { path: '/settings/mail' },
    { path: `/settings/people/${studentId}`, texts: names.slice(0, 1) },
    { path: `/people/${studentId}`, texts: names.slice(0, 1) },
    { path: `/people/${studentId}?show=records`, texts: [title] },
    { path: `/people/${holderId}?show=ledger`, texts: [title] },
    { path: `/people/${holderId}?show=submissions`, texts: packed(200) },
    { path: `/people/${holderId}?show=trail` },
    { path: `/awards/${studentId}`, texts: names.slice(0, 1) },
    { path: '/people' },
    { path: `/people?search=${query}&q=${query}&sort=${query}` },
    { path: '/reviews', texts: packed(200).slice(1) },
    ...everySubmission,
    { path: `/reviews/${submissions[1]}`, texts: [packed(200)[1] ?? '', ALL] },
    { path: '/compliance' },
    { path: `/compliance/list?name=${query}&missing=${query}` },
    { path: '/ledger', texts: [title] },
    { path: '/activity' },
    { path: `/activity?action=${query}&person=${query}` },
    { path: '/courses', texts: [title] },
    { path: `/courses/${course.courseId}`, texts: [title] },
    { path: `/courses/${course.courseId}/about` },
    { path: `/courses/${course.courseId}/lessons/${course.lesson}` },
    { path: `/courses/${course.courseId}/questions/${course.question}` },
    { path: `/courses/${course.courseId}/versions/${course.versionId}`, texts: [title] },
  ])
  expect(faults).toEqual([])
})

test('in the portal, hostile words are words', async ({ page, apps }) => {
  test.setTimeout(480_000)
  await page.context().addCookies(await cookiesOf(student))
  const [title = ''] = packed(200)
  const name = `${student.givenName} ${student.familyName}`
  const faults = await look(page, apps.portal, [
    { path: '/', texts: [] },
    { path: '/settings', texts: [student.givenName] },
    { path: '/learn', texts: [title] },
    { path: `/learn/${course.code}`, texts: [title, ...packed(500)] },
    { path: `/learn/study/${studied.enrollmentId}`, texts: [title, packed(4000).join(' ')] },
    { path: `/learn/study/${studied.enrollmentId}/quiz` },
    { path: `/learn/quiz/${studied.open}`, texts: [packed(4000).join(' '), packed(990)[0] ?? ''] },
    { path: `/learn/quiz/${studied.closed}/result`, texts: [packed(4000).join(' ')] },
    { path: '/records', texts: [title] },
    { path: `/records/${studied.recordId}`, texts: [title, name] },
    { path: `/verify/${studied.recordCode}`, texts: [title, name] },
    { path: `/verify/${encodeURIComponent(PAYLOADS[0] ?? '')}`, texts: [] },
    { path: `/sign-in?next=${encodeURIComponent('javascript:alert(1)')}` },
    { path: `/nothing/${encodeURIComponent(PAYLOADS[1] ?? '')}` },
  ])
  expect(faults).toEqual([])
  const certificate = await page.request.get(`${apps.portal}/files/records/${studied.recordId}.pdf`)
  expect([certificate.status(), (await certificate.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

test('what a holder handed in and was told are words to the holder too', async ({ page, apps }) => {
  await signIn(page, apps.portal, HOLDER)
  const faults = await look(page, apps.portal, [
    { path: '/', texts: [] },
    { path: '/credits', texts: [...packed(200)] },
    { path: '/credits/hand-in' },
    { path: '/renew' },
    { path: '/settings' },
  ])
  expect(faults).toEqual([])
})

test('a link that is no link is refused when it is saved', async () => {
  const { console: app } = appsOf()
  const author = await visitor(app, EVERYTHING)
  const { revision } = await author.api.query<{ revision: number }>('courses.draft', { courseId: course.courseId })
  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'vbscript:x',
    'http://evil.example',
    '\\\\evil.example',
  ]) {
    const linked = { type: 'text', text: 'press', marks: [{ type: 'link', attrs: { href } }] }
    const document = { schema: 1, content: [{ type: 'paragraph', content: [linked] }] }
    const lesson = { key: 'one', title: 'Links', minutes: 5, document }
    const edit = { kind: 'lesson', lesson }
    const key = crypto.randomUUID()
    const answer = await author.request.post(`${app}/api/trpc/courses.saveDraft`, {
      headers: { Origin: app },
      data: { key, courseId: course.courseId, revision, edit },
    })
    expect(answer.status(), href).toBe(400)
  }
  await author.leave()
})

async function cookiesOf({ request }: Visitor) {
  return (await request.storageState()).cookies
}
