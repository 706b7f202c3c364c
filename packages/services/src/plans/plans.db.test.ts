import { randomUUID } from 'node:crypto'
import { AIMS } from '@gs/domain/planner'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { markLesson, startEnrollment } from '../enrollments/index.ts'
import {
  addHolding,
  createOrganisation,
  createTestCourse,
  createTestDatabase,
  dayFrom,
  publishTestPack,
  type TestCourse,
  type TestDatabase,
  type TestOrganisation,
  type TestPerson,
  testCourseBody,
} from '../testing/index.ts'
import {
  adoptPlan,
  alternativePlan,
  answerProposal,
  changeDraft,
  flowPlansOn,
  proposePlan,
  proposeToTrainer,
  readPlanPage,
  reflowPlan,
  saveSettings,
  showTrainerPlan,
  undoAdoption,
  undoChange,
} from './index.ts'

let test: TestDatabase
let organisation: TestOrganisation
let trainer: TestPerson
let first: TestCourse
let second: TestCourse

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => test.drop())

// The seed story in small: 2.0 needed in two years, 0.1 of the card, two courses of 1.9 each, forty hours of work each.
beforeEach(async () => {
  organisation = await createOrganisation(test.database)
  const place = { database: test.database, orgId: organisation.orgId, today: dayFrom('2026-03-02') }
  await publishTestPack(place)
  trainer = await organisation.person()
  await addHolding(place, {
    personId: trainer.personId,
    issuedOn: dayFrom('2026-01-15'),
    expiresOn: dayFrom('2028-01-15'),
  })
  const credits = [{ packId: 'test-pack', amount: 1900 }]
  const course = (code: string) =>
    createTestCourse(test.database, organisation.orgId, { body: { ...testCourseBody(code), hours: 40 }, credits })
  first = await course('FIRST')
  second = await course('SECOND')
})

const key = () => randomUUID()
const wanted = { minimise: AIMS, cycles: 2, pinned: [], excluded: [] }
const propose = (revision: number | null = null) => proposePlan(trainer.context, { key: key(), revision, ...wanted })
const adopted = async () => (await readPlanPage(trainer.context)).adopted

describe('a plan', () => {
  it('leaves one course for each cycle, proven, with the card kept current', async () => {
    const { body } = await propose()
    expect(body.proposal).toMatchObject({ optimal: true, outcome: { unmet: 0, waste: 0, hours: 80_000 } })
    const days = body.choices.map(({ day }) => day).sort()
    expect(days[0] && days[0] <= '2028-01-15').toBe(true)
    expect(days[1] && days[1] > '2028-01-15').toBe(true)
    const page = await readPlanPage(trainer.context)
    expect(page.upkeep.map(({ type }) => type)).toContain('cpr-aed')
    expect(page.draft).toMatchObject({ revision: 1, past: 0, body: { problemKey: page.problemKey } })
  })

  it('tells the second of two tabs that it is no longer what they saw', async () => {
    await propose()
    await expect(propose()).rejects.toMatchObject({ code: 'plan.changed' })
    const change = { pinned: [], excluded: [], choices: [] }
    await changeDraft(trainer.context, { key: key(), revision: 1, ...change })
    await expect(changeDraft(trainer.context, { key: key(), revision: 1, ...change })).rejects.toMatchObject({
      kind: 'stale',
    })
  })

  it('goes back step by step', async () => {
    const { body } = await propose()
    await changeDraft(trainer.context, { key: key(), revision: 1, pinned: [], excluded: [], choices: [] })
    const back = await undoChange(trainer.context, { key: key(), revision: 2 })
    expect(back).toEqual({ revision: 3, body })
    await expect(undoChange(trainer.context, { key: key(), revision: 3 })).rejects.toMatchObject({
      code: 'plan.nothing-to-undo',
    })
  })

  it('keeps to what is pinned and excluded, and says what that costs', async () => {
    const pinned = [{ courseId: second.courseId, day: '2026-12-01' }]
    const { body } = await proposePlan(trainer.context, { key: key(), revision: null, ...wanted, pinned })
    expect(body.choices).toContainEqual(pinned[0])
    expect(body.proposal).toMatchObject({ optimal: true, outcome: { unmet: 0, waste: 0 } })
    const without = await alternativePlan(trainer.context, { ...wanted, excluded: [first.courseId] })
    expect(without.outcome.unmet).toBe(1)
    expect(without.choices.map(({ courseId }) => courseId)).toEqual([second.courseId])
  })
})

describe('adopting', () => {
  it('happens once, is laid out in weeks inside its cycles, and can be undone', async () => {
    const { revision } = await propose()
    const call = { key: key(), revision }
    const twice = await Promise.all([adoptPlan(trainer.context, call), adoptPlan(trainer.context, call)])
    expect(twice[0]).toEqual(twice[1])
    await expect(adoptPlan(trainer.context, { key: key(), revision })).rejects.toMatchObject({ code: 'plan.changed' })
    const view = await adopted()
    expect(view).toMatchObject({ version: 1, optimal: true, behind: false, plan: { feasible: true, broken: [] } })
    const blocks = view?.plan.blocks ?? []
    expect(blocks.reduce((sum, { hours }) => sum + hours, 0)).toBe(80_000)
    const lastOf = (courseId: string) => blocks.filter((block) => block.courseId === courseId).at(-1)?.day ?? ''
    const [one, two] = view?.plan.items ?? []
    expect(lastOf(one?.courseId ?? '') <= (one?.finishBy ?? '')).toBe(true)
    expect(lastOf(two?.courseId ?? '') > '2028-01-15').toBe(true)
    await undoAdoption(trainer.context, { key: key(), planId: view?.planId ?? '' })
    expect(await adopted()).toBeNull()
    const events = await test.asOwner<{ action: string }>(
      "select action from audit_events where org_id = $1 and action like 'plan.%' order by recorded_at",
      [organisation.orgId],
    )
    expect(events.map(({ action }) => action)).toEqual(['plan.computed', 'plan.adopted', 'plan.undone'])
  })

  it('comes back to the plan adopted before', async () => {
    await adoptPlan(trainer.context, { key: key(), revision: (await propose()).revision })
    const before = await adopted()
    const { revision } = await readPlanPage(trainer.context).then(({ draft }) => ({ revision: draft?.revision ?? 0 }))
    await adoptPlan(trainer.context, { key: key(), revision: (await propose(revision)).revision })
    const after = await adopted()
    expect(after).toMatchObject({ version: 2, hasPrevious: true })
    await undoAdoption(trainer.context, { key: key(), planId: after?.planId ?? '' })
    expect((await adopted())?.planId).toBe(before?.planId)
  })

  it('says which cycle a changed rule breaks, and why', async () => {
    await adoptPlan(trainer.context, { key: key(), revision: (await propose()).revision })
    const [pack] = await test.asOwner<{ body: { rules: { id: string }[] } }>(
      "select body from rule_packs where org_id = $1 and pack_id = 'test-pack'",
      [organisation.orgId],
    )
    const body = {
      ...pack?.body,
      version: 2,
      rules: pack?.body.rules.map((rule) => (rule.id === 'required' ? { ...rule, amount: '3.0' } : rule)),
    }
    await test.asOwner(
      "insert into rule_packs (org_id, pack_id, version, effective_from, body) values ($1, 'test-pack', 2, '2026-01-01', $2)",
      [organisation.orgId, JSON.stringify(body)],
    )
    const view = await adopted()
    expect(view?.plan.feasible).toBe(false)
    expect(view?.plan.broken).toMatchObject([
      { credential: 'TEST', missing: ['credits'] },
      { credential: 'TEST', missing: ['credits'] },
    ])
  })
})

describe('the pace', () => {
  it('flows again when somebody has fallen behind, and says what moved', async () => {
    await adoptPlan(trainer.context, { key: key(), revision: (await propose()).revision })
    const { enrollmentId } = await startEnrollment(trainer.context, { courseId: first.courseId, key: key() })
    await markLesson(trainer.context, { enrollmentId, lesson: 'one', mark: 'done', key: key() })
    organisation.setToday('2027-06-01')
    expect((await adopted())?.behind).toBe(true)
    expect(await flowPlansOn(trainer.context)).toBeGreaterThan(0)
    expect(await flowPlansOn(trainer.context)).toBe(0)
    const view = await adopted()
    expect(view?.behind).toBe(false)
    expect(view?.plan.blocks.every(({ day }) => day >= '2027-06-01')).toBe(true)
    expect(view?.plan.items.every(({ late }) => !late)).toBe(true)
  })

  it('follows the settings', async () => {
    const settings = { hoursPerWeek: 6000, mostADay: 3000, daysOff: [5, 6], holidays: [], daysBetweenFinishes: 7 }
    await saveSettings(trainer.context, {
      ...settings,
      hoursPerWeek: 6000 as never,
      mostADay: 3000 as never,
      reserve: 14,
      keepsCards: true,
      key: key(),
    })
    await adoptPlan(trainer.context, { key: key(), revision: (await propose()).revision })
    await reflowPlan(trainer.context, { key: key() })
    const view = await adopted()
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
    expect(view?.plan.blocks.length).toBeGreaterThan(10)
    expect(view?.plan.blocks.some(({ day }) => weekday(day) === 0 || weekday(day) === 6)).toBe(false)
  })
})

describe('staff', () => {
  it('puts a plan before a trainer in reach, who adopts it', async () => {
    const staff = await organisation.person({ roles: ['staff'] })
    const { planId } = await proposeToTrainer(staff.context, {
      personId: trainer.personId,
      minimise: AIMS,
      note: 'Have a look',
      key: key(),
    })
    expect(organisation.jobs).toContainEqual(
      expect.objectContaining({ name: 'mail', data: expect.objectContaining({ template: 'plan-proposed' }) }),
    )
    expect((await readPlanPage(trainer.context)).proposed).toMatchObject({
      planId,
      by: 'Test Person',
      note: 'Have a look',
    })
    expect((await showTrainerPlan(staff.context, { personId: trainer.personId })).proposed).toMatchObject({ planId })
    await answerProposal(trainer.context, { key: key(), planId, answer: 'adopt' })
    const page = await readPlanPage(trainer.context)
    expect(page.proposed).toBeNull()
    expect(page.adopted).toMatchObject({ optimal: true, plan: { feasible: true } })
    await expect(answerProposal(trainer.context, { key: key(), planId, answer: 'decline' })).rejects.toMatchObject({
      code: 'plan.changed',
    })
  })

  it('reaches nobody beside its unit, and not itself', async () => {
    const south = await organisation.person({ unit: 'south', roles: ['staff'] })
    const call = { personId: trainer.personId, minimise: AIMS, note: null, key: key() }
    await expect(proposeToTrainer(south.context, call)).rejects.toMatchObject({ code: 'person.unknown' })
    await expect(showTrainerPlan(south.context, call)).rejects.toMatchObject({ code: 'person.unknown' })
    await expect(
      proposeToTrainer(south.context, { ...call, personId: south.personId, key: key() }),
    ).rejects.toMatchObject({ code: 'plan.own' })
  })
})
