import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { type Row, report } from '../report.ts'
import { ask, procedures, signIn } from './client.ts'
import { bareAward, bareInsert, bareQuery } from './controls.ts'
import { helloRoute } from './hello.ts'
import { type Measured, measure } from './load.ts'
import { nullQuery } from './null-query.ts'
import { type Product, startProduct } from './product.ts'
import { answering, forgetAttempts, takersOf, wholeAttempt } from './quiz.ts'

const PEOPLE = 20_000
const LANES = 8
/** Nobody gets hundreds of awards on one day: they are spread, fifty people a page. */
const PAGES_OF_PEOPLE = 8

const rate = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)}/s`

const ratioRow = (work: string, of: { own: number; control: number; name: string; least: number }): Row => ({
  work,
  measured: `${rate(of.own)} = 1/${(of.control / of.own).toFixed(1)}`,
  control: `${of.name}: ${rate(of.control)}`,
  bar: `at least 1/${of.least}`,
  met: of.own * of.least >= of.control,
})

async function standingPage(product: Product, hello: Measured): Promise<Row> {
  const cookie = await signIn(product.web, 'trainer@demo.test', product.password)
  const { status, body } = await ask(`${product.web}/`, { cookie })
  if (status !== 200 || !body.includes('CES')) throw new Error(`the Standing page answered ${status} without its data`)
  const page = await measure(() => ask(`${product.web}/`, { cookie }))
  return ratioRow('Standing page, complete', {
    own: page.perSecond,
    control: hello.perSecond,
    name: 'Next route "hello"',
    least: 12,
  })
}

async function quizzes(product: Product, owner: pg.Client): Promise<readonly Row[]> {
  const takers = await takersOf(product, owner, LANES)
  const insert = await bareInsert(product.ownerUrl)
  const works = await Promise.all(takers.map(answering))
  const saved = await measure((lane) => works[lane]?.() ?? Promise.resolve())
  // The attempts that were answered are ended, so that whole ones can begin.
  await owner.query("update attempts set status = 'submitted', submitted_at = clock_timestamp() where status = 'open'")
  const nothing = await nullQuery()
  let sinceForgotten = 0
  const attempt = await measure(async (lane) => {
    const taker = takers[lane]
    if (!taker) return
    if (sinceForgotten++ % LANES === 0) await forgetAttempts(owner)
    await wholeAttempt(taker)
  })
  return [
    ratioRow('answer saved and acknowledged', {
      own: saved.perSecond,
      control: insert.perSecond,
      name: 'bare insert',
      least: 12,
    }),
    ratioRow('whole attempt of 20 questions × 23 calls', {
      own: attempt.perSecond * 23,
      control: nothing.perSecond,
      name: 'null query',
      least: 8,
    }),
  ]
}

async function awards(product: Product): Promise<Row> {
  const control = await bareAward(product.ownerUrl)
  const cookie = await signIn(product.admin, 'registrar@demo.test', product.password)
  const api = procedures(product.admin, cookie)
  const people: string[] = []
  for (let page = 1; page <= PAGES_OF_PEOPLE; page++)
    people.push(...(await api.query<{ rows: { id: string }[] }>('people.search', { page })).rows.map(({ id }) => id))
  let next = 0
  const posted = await measure(() =>
    api.mutate('awards.post', {
      key: randomUUID(),
      personId: people[next++ % people.length],
      activity: 'Workshop',
      activityType: 'course',
      completedOn: new Date().toISOString().slice(0, 10),
      credits: [{ packId: 'nasm-cpt', category: '', amount: '0.1' }],
      reason: 'measured',
    }),
  )
  return ratioRow(`award, exactly once, spread over ${people.length} people`, {
    own: posted.perSecond,
    control: control.perSecond,
    name: 'fixed transaction',
    least: 4,
  })
}

async function compliance(product: Product, owner: pg.Client): Promise<readonly Row[]> {
  const cookie = await signIn(product.admin, 'staff@demo.test', product.password)
  const api = procedures(product.admin, cookie)
  const { rows } = await owner.query<{ org_id: string; unit_path: string }>(
    "select g.org_id, g.unit_path from role_grants g join people p on p.org_id = g.org_id and p.id = g.person_id where p.email = 'staff@demo.test'",
  )
  const at = rows[0]
  if (!at) throw new Error('the demo has no compliance staff')
  const opening = `begin read only; select set_config('app.org', '${at.org_id}', true), set_config('app.reach', '${at.unit_path}', true)`
  const sql = `select (select count(*)::int from standings s where s.org_id = '${at.org_id}' and s.status in ('due_soon')) as total,
    (select jsonb_agg(r) from (select * from standings s where s.org_id = '${at.org_id}' and s.status in ('due_soon')
      order by expires_on, holding_id limit 50) r) as rows`
  const control = await bareQuery(product.appUrl, opening, sql)
  const call = await measure(() => api.query('compliance.list', { status: ['due_soon'], sort: 'expires' }))
  const page = await measure(() => ask(`${product.admin}/compliance/list?status=due_soon`, { cookie }))
  const limit = Math.min(2 * control.p95 + 15, 60)
  return [
    {
      work: 'compliance list, the call',
      measured: `p95 ${call.p95.toFixed(1)} ms`,
      control: `its SQL: p95 ${control.p95.toFixed(1)} ms`,
      bar: `p95 at most ${limit.toFixed(1)} ms`,
      met: call.p95 <= limit,
    },
    {
      work: 'compliance list, the page',
      measured: `p95 ${page.p95.toFixed(1)} ms`,
      control: '–',
      bar: 'p95 at most 150 ms',
      met: page.p95 <= 150,
    },
  ]
}

/** Compressed JavaScript that a page names, without what only browsers that know no modules would fetch. */
async function script(url: string, cookie: string): Promise<number> {
  const page = await ask(url, { cookie })
  const body = page.body.replaceAll(/<script[^>]*\snomodule[^>]*>/gi, '')
  const names = new Set([...body.matchAll(/\/_next\/static\/[^"'\\ ]+\.js/g)].map(([name]) => name))
  let bytes = 0
  for (const name of names) bytes += gzipSync((await ask(`${new URL(url).origin}${name}`)).body).byteLength
  return bytes
}

async function weights(product: Product): Promise<readonly Row[]> {
  const trainer = await signIn(product.web, 'trainer@demo.test', product.password)
  const staff = await signIn(product.admin, 'staff@demo.test', product.password)
  const row = (work: string, bytes: number, most: number): Row => ({
    work,
    measured: `${Math.round(bytes / 1000)} kB`,
    control: '–',
    bar: `at most ${most} kB`,
    met: bytes <= most * 1000,
  })
  return [
    row('JavaScript of Standing, compressed', await script(`${product.web}/`, trainer), 200),
    row("JavaScript of the console's dashboard, compressed", await script(`${product.admin}/compliance`, staff), 300),
  ]
}

const hello = await helloRoute()
const product = await startProduct(PEOPLE)
const owner = new pg.Client({ connectionString: product.ownerUrl })
await owner.connect()
try {
  await owner.query('analyze')
  const rows: Row[] = [await standingPage(product, hello), ...(await quizzes(product, owner)), await awards(product)]
  rows.push(...(await compliance(product, owner)), ...(await weights(product)))
  for (const { process: name, mb } of product.memory())
    rows.push({ work: `memory of ${name}`, measured: `${mb} MB`, control: '–', bar: 'at most 400 MB', met: mb <= 400 })
  report('house', rows)
  process.exitCode = rows.every((row) => row.met) ? 0 : 1
} finally {
  await owner.end()
  await product.stop()
}
