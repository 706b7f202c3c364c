import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { runPlan } from './plan.ts'

const card = (issuedOn: string, validThrough: string) => ({
  type: 'cpr-aed',
  issuer: 'AHA',
  issuedOn,
  validThrough,
  handsOn: true,
})
const specialization = (id: string) => ({
  id,
  name: id.toUpperCase(),
  hours: '40',
  price: '899',
  repeatable: false,
  owned: true,
  credits: { 'nasm-cpt': { credits: '1.9', category: null } },
})

/** The seed story of the rules. */
const story = {
  id: 'seed',
  asOf: '2026-01-15',
  until: '2030-01-15',
  holdings: [{ id: 'cpt', rulePack: 'nasm-cpt', issuedOn: '2026-01-15' }],
  awards: [],
  prerequisites: [card('2025-12-01', '2027-12-31'), card('2027-12-01', '2029-12-31'), card('2029-12-01', '2031-12-31')],
  activities: [specialization('ces'), specialization('pes')],
  minimise: ['unmet', 'waste', 'price', 'hours'],
}

/** What the tests look at in an answer. */
interface Answer {
  readonly id: string
  readonly steps: readonly {
    readonly activity: string
    readonly finishFrom: string
    readonly finishBy: string
    readonly startBy?: string
  }[]
  readonly unmet: readonly { readonly holding: string; readonly missing: readonly string[] }[]
  readonly waste: string
  readonly optimal: boolean
}

async function run(plans: unknown) {
  let out = ''
  let err = ''
  const status = await runPlan(['-'], {
    stdin: Readable.from([typeof plans === 'string' ? plans : JSON.stringify({ plans })]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    cwd: '/',
  })
  const answers: readonly Answer[] = JSON.parse(out)
  return { status, answers, faults: err.split('\n').filter((line) => line !== '') }
}

describe('standing plan', () => {
  it('plans the seed story: one specialization a cycle, nothing wasted, proven', async () => {
    const { status, answers: found, faults } = await run([story])
    expect({ status, faults }).toEqual({ status: 0, faults: [] })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      id: 'seed',
      steps: [
        {
          activity: 'ces',
          finishFrom: '2026-01-15',
          finishBy: '2028-01-15',
          serves: [{ holding: 'cpt', cycle: { from: '2026-01-15', to: '2028-01-15' }, credits: '1.9', category: null }],
        },
        { activity: 'pes', finishFrom: '2028-01-16', finishBy: '2030-01-15' },
      ],
      unmet: [],
      waste: '0',
      wasteByHolding: { cpt: '0' },
      price: '0',
      hours: '80',
      bound: { unmet: 0, waste: '0', price: '0', hours: '80' },
      optimal: true,
    })
  })

  it('names what is missing where nobody gives the card', async () => {
    const { answers: found } = await run([{ ...story, prerequisites: [] }])
    expect(found[0]?.optimal).toBe(true)
    expect(found[0]?.unmet.map(({ missing }) => missing)).toEqual([
      ['credits', 'cpr-aed'],
      ['credits', 'cpr-aed'],
    ])
    expect(found[0]?.steps).toEqual([])
  })

  it('plans the course of the card, with days between which nothing changes', async () => {
    const course = {
      id: 'cpr',
      name: 'CPR/AED',
      hours: '4',
      price: '60',
      repeatable: true,
      credits: {},
      prerequisite: { type: 'cpr-aed', validMonths: 24 },
    }
    const { answers: found } = await run([{ ...story, prerequisites: [], activities: [...story.activities, course] }])
    expect(found[0]).toMatchObject({ unmet: [], waste: '0', price: '60', optimal: true })
    expect(found[0]?.steps.filter(({ activity }) => activity === 'cpr')).toHaveLength(1)
  })

  it('spreads work over the weeks that there are', async () => {
    const { answers: found } = await run([{ ...story, hoursPerWeek: 0.5 }])
    expect(found[0]).toMatchObject({ unmet: [], optimal: true })
    for (const step of found[0]?.steps ?? []) expect(step.startBy && step.startBy <= step.finishBy).toBe(true)
    expect(found[0]?.steps[0]?.finishFrom && found[0].steps[0].finishFrom > '2027-07-01').toBe(true)
    const slow = await run([{ ...story, hoursPerWeek: 0.1 }])
    expect(slow.answers[0]?.unmet).toHaveLength(2)
  })

  it('says which plan and which field is wrong, and answers the others', async () => {
    const [ces] = story.activities
    const {
      status,
      answers: found,
      faults,
    } = await run([
      { ...story, id: 'early', until: '2025-01-01' },
      { ...story, id: 'for ever', until: '9999-12-31' },
      { ...story, id: 'unknown', holdings: [{ id: 'x', rulePack: 'no-such-pack', issuedOn: '2026-01-15' }] },
      { ...story, id: 'negative', activities: [{ ...ces, price: '-1' }] },
      {
        ...story,
        id: 'backwards',
        activities: [{ ...ces, availableFrom: '2026-05-01', availableUntil: '2026-04-01' }],
      },
      { ...story, id: 'aims', minimise: ['unmet', 'unmet'] },
      { ...story, id: 'twice', activities: [ces, ces] },
      { ...story, id: 'undated', holdings: [{ id: 'cpt', rulePack: 'nasm-cpt' }] },
      'no plan at all',
      story,
    ])
    expect(status).toBe(2)
    expect(found.map(({ id }) => id)).toEqual(['seed'])
    expect(faults).toEqual([
      'early: until: lies before asOf',
      'for ever: until: lies more than 100 years after asOf',
      'unknown: holdings[0].rulePack: there is no rule pack "no-such-pack"',
      'negative: activities[0].price: must not be negative: "-1"',
      'backwards: activities[0].availableUntil: lies before availableFrom',
      'aims: minimise[1]: "unmet" stands twice',
      'twice: activities[1].id: "ces" stands twice',
      'undated: holdings[0].issuedOn: is missing, and so are cycleStart and expiresOn',
      'plan 9: plan: must be an object',
    ])
  })

  it('says what is wrong with a file that holds no plans', async () => {
    for (const text of ['', '[]', '{"plans": 3}', 'no json']) {
      const { status, answers: found, faults } = await run(text)
      expect({ status, found, lines: faults.length }).toEqual({ status: 2, found: [], lines: 1 })
    }
  })

  // In time of the processor, whatever else the machine does: without limits of size each took from four seconds to minutes.
  it('answers whatever the horizon, the pace and the number of finishes that are possible', {
    timeout: 120_000,
  }, async () => {
    const many = (packs: readonly string[]) =>
      Array.from({ length: 500 }, (_, i) => ({
        id: `a${i}`,
        hours: String(5 + (i % 35)),
        price: String((i * 37) % 900),
        repeatable: i % 7 === 0,
        credits: Object.fromEntries(packs.map((pack) => [pack, { credits: String((2 + (i % 18)) / 10) }])),
        ...(i % 50 === 3 ? { prerequisite: { type: 'cpr-aed', validMonths: 24 } } : {}),
      }))
    const holding = (rulePack: string) => ({ id: rulePack, rulePack, issuedOn: '2025-06-01' })
    const two = ['nasm-cpt', 'ace-cpt']
    const hard = [
      { id: 'century', until: '2126-01-15', holdings: two.map(holding), activities: many(two) },
      { id: 'slow', until: '2126-01-15', holdings: two.map(holding), activities: many(two), hoursPerWeek: 0.1 },
      {
        id: 'sliding',
        until: '2046-01-15',
        holdings: [{ ...holding('cpa-nd'), cycleStart: '2025-06-01', expiresOn: '2027-06-01' }],
        activities: many(['cpa-nd']),
      },
    ].map((each) => ({ ...story, prerequisites: [], ...each }))
    for (const each of hard) {
      const begun = process.cpuUsage()
      const { status, answers: found } = await run([each])
      const { user, system } = process.cpuUsage(begun)
      expect({ id: each.id, status, answered: found.length }).toEqual({ id: each.id, status: 0, answered: 1 })
      expect((user + system) / 1000, each.id).toBeLessThan(5000)
    }
  })

  it('answers 500 activities within the time of a person who waits', async () => {
    const activities = Array.from({ length: 500 }, (_, i) => ({
      ...specialization(`a${i}`),
      owned: false,
      price: String((i * 37) % 900),
      hours: String(5 + (i % 35)),
      credits: { 'nasm-cpt': { credits: String((2 + (i % 18)) / 10), category: null } },
    }))
    const { status, answers: found } = await run([{ ...story, activities }])
    expect(status).toBe(0)
    expect(found[0]?.unmet).toEqual([])
    expect(found[0]?.waste).toBe('0')
  })
})
