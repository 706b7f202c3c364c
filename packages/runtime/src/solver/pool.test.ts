import { type Aim, type PlanTask, sentProblem } from '@gs/domain/planner'
import { PlannerBusy } from '@gs/services'
import { afterEach, expect, it } from 'vitest'
import { type PlannerPool, plannerPool } from './pool.ts'
import { instance, type Size } from './testing/instances.ts'

let pool: PlannerPool
afterEach(() => pool.stop())

const WASTE_FIRST: readonly Aim[] = ['waste', 'unmet', 'price', 'hours']

const LARGE: Size = { holdings: [4, 4], activities: [300, 300], terms: [4, 4] }
const SMALL: Size = { holdings: [1, 1], activities: [6, 6], terms: [2, 2] }

/** Large enough to be worked at for a good while on any machine. */
const heavy = (seconds: number): PlanTask => ({
  problem: { ...sentProblem(instance(1, LARGE)), minimise: WASTE_FIRST },
  pinned: [],
  excluded: [],
  seconds,
})
const light = (): PlanTask => ({
  problem: sentProblem(instance(3, SMALL)),
  pinned: [],
  excluded: [],
  seconds: 2,
})

it('leaves the event loop free while a heavy plan is made', async () => {
  pool = plannerPool({ threads: 1 })
  await pool.solve(light())
  let rounds = 0
  const going = setInterval(() => {
    rounds += 1
  }, 10)
  await pool.solve(heavy(1.5))
  clearInterval(going)
  // All that time the loop went round: with a plan on it, it would have stood still. A hundred and more on a free machine.
  expect(rounds).toBeGreaterThan(5)
})

it('gives up a plan that nobody waits for any more, and goes on with the next', async () => {
  pool = plannerPool({ threads: 1 })
  const abort = new AbortController()
  const given = pool.solve(heavy(20), abort.signal)
  const after = pool.solve(light())
  const queued = new AbortController()
  const never = pool.solve(heavy(20), queued.signal)
  queued.abort(new Error('not wanted'))
  await expect(never).rejects.toThrow('not wanted')
  abort.abort(new Error('gone'))
  await expect(given).rejects.toThrow('gone')
  expect((await after).plan.outcome).toBeDefined()
})

it('refuses more than it can serve, and rejects what waits when it is stopped', async () => {
  pool = plannerPool({ threads: 1 })
  const waiting = Array.from({ length: 17 }, () => pool.solve(heavy(20)).catch((error: unknown) => error))
  await expect(pool.solve(light())).rejects.toBeInstanceOf(PlannerBusy)
  await pool.stop()
  for (const reason of await Promise.all(waiting)) expect(reason).toMatchObject({ message: 'the planner is stopped' })
})

it('says what went wrong on the thread', async () => {
  pool = plannerPool({ threads: 1 })
  const { problem, ...rest } = light()
  const [first] = problem.holdings
  if (!first) throw new Error('the problem has a holding')
  const broken = { ...problem, holdings: [{ ...first, pack: { ...first.pack, rules: JSON.parse('[null]') } }] }
  await expect(pool.solve({ ...rest, problem: broken })).rejects.toThrow('null')
  expect((await pool.solve(light())).plan.optimal).toBe(true)
})
