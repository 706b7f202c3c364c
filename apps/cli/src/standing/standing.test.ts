import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { packIds } from '@gs/rulepacks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCheck } from './check.ts'
import { runEvaluate } from './evaluate.ts'
import { runExplain } from './explain.ts'
import type { Io } from './files.ts'

const PACKS = fileURLToPath(new URL('../../../../packages/rulepacks/src/packs/', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standing-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function io(input = ''): Io & { readonly out: () => string; readonly err: () => string } {
  let out = ''
  let err = ''
  return {
    stdin: Readable.from([input]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    cwd: folder,
    out: () => out,
    err: () => err,
  }
}

const good = {
  id: 'good',
  rulePack: 'nasm-csnc',
  held: { issuedOn: '2023-06-01' },
  awards: [{ id: 'a1', date: '2024-06-01', credits: '1.9' }],
  asOf: '2025-03-01',
}

async function evaluate(cases: unknown, file = 'cases.json') {
  writeFileSync(join(folder, file), JSON.stringify({ cases }))
  const at = io()
  const status = await runEvaluate([file], at)
  const answers: { id: string; [key: string]: unknown }[] = JSON.parse(at.out())
  return { status, answers, faults: at.err().trim().split('\n').filter(Boolean) }
}

describe('standing evaluate', () => {
  it('answers a case with decimal strings, dates and the trace', async () => {
    const { status, answers, faults } = await evaluate([good])
    expect(status).toBe(0)
    expect(faults).toEqual([])
    expect(answers[0]).toMatchObject({
      id: 'good',
      status: 'active',
      creditsCounted: '1.9',
      creditsNeeded: '0',
      missing: [],
      rejected: [],
      expiresOn: '2025-06-01',
      canRenew: true,
      lateFee: '0',
      nextExpiresOn: '2027-06-01',
    })
    const explanation = answers[0]?.explanation
    expect(Array.isArray(explanation) && explanation.length).toBeGreaterThan(3)
  })

  it('reads standard input', async () => {
    const at = io(JSON.stringify({ cases: [good] }))
    expect(await runEvaluate(['-'], at)).toBe(0)
    expect(JSON.parse(at.out())).toHaveLength(1)
  })

  const bad: [string, unknown, string][] = [
    ['an unknown pack', { ...good, id: 'bad', rulePack: 'nobody' }, 'bad: rulePack: there is no rule pack "nobody"'],
    ['an impossible date', { ...good, id: 'bad', asOf: '2025-02-30' }, 'bad: asOf: must be a date that exists'],
    [
      'a negative amount',
      { ...good, id: 'bad', awards: [{ id: 'a', date: '2024-01-01', credits: '-1' }] },
      'bad: awards[0].credits: must not be negative',
    ],
    [
      'a comma in an amount',
      { ...good, id: 'bad', awards: [{ id: 'a', date: '2024-01-01', credits: '1,9' }] },
      'bad: awards[0].credits: must be an amount',
    ],
    [
      'ids that stand twice',
      { ...good, id: 'bad', awards: [good.awards[0], good.awards[0]] },
      'bad: awards[1].id: "a1" stands twice',
    ],
    [
      'a cycle that ends before it starts',
      { ...good, id: 'bad', held: { cycleStart: '2025-01-01', expiresOn: '2024-01-01' } },
      'bad: held.expiresOn: lies before held.cycleStart',
    ],
    [
      'a unit without a rate',
      { ...good, id: 'bad', awards: [{ id: 'a', date: '2024-01-01', faceValue: { value: '3', unit: 'stars' } }] },
      'bad: awards[0].faceValue.unit: "stars" has no rate',
    ],
    [
      'no credits',
      { ...good, id: 'bad', awards: [{ id: 'a', date: '2024-01-01' }] },
      'bad: awards[0].credits: is missing',
    ],
    [
      'an unknown kind',
      { ...good, id: 'bad', awards: [{ id: 'a', date: '2024-01-01', credits: '1', type: 'gift' }] },
      'bad: awards[0].type: must be one of',
    ],
    ['no dates', { ...good, id: 'bad', held: {} }, 'bad: held.issuedOn: is missing'],
    ['no holding', { ...good, id: 'bad', held: undefined }, 'bad: held: is missing'],
    ['a case that is none', 7, 'case 1: case: must be an object'],
    [
      'a card that ends before it begins',
      {
        ...good,
        id: 'bad',
        prerequisites: [{ type: 'cpr', issuedOn: '2024-01-01', validThrough: '2023-01-01', handsOn: true }],
      },
      'bad: prerequisites[0].validThrough: lies before issuedOn',
    ],
    [
      'an override that cannot be read',
      { ...good, id: 'bad', packOverride: { required: 'some' } },
      'bad: packOverride.required: must be an amount',
    ],
    [
      'a zone that does not exist',
      { ...good, id: 'bad', packOverride: { deadlineZone: 'Mars/Olympus' }, submittedAt: '2025-01-01T00:00:00Z' },
      'bad: packOverride.deadlineZone: is no field of a rule set, or cannot be read',
    ],
    [
      'an unknown override',
      { ...good, id: 'bad', packOverride: { colour: 1 } },
      'bad: packOverride.colour: is no field',
    ],
    [
      'a duty without a year',
      { ...good, id: 'bad', held: { ...good.held, dutiesOpen: ['fee'] } },
      'bad: held.dutiesOpen[0]: must be a duty and a year',
    ],
    ['a day before the issue', { ...good, id: 'bad', asOf: '2023-05-31' }, 'bad: asOf: lies before held.issuedOn'],
    [
      'an instant without offset',
      { ...good, id: 'bad', submittedAt: '2025-01-01T00:00' },
      'bad: submittedAt: must be an instant',
    ],
  ]

  it.each(bad)('names %s, and still answers the good case', async (_, value, fault) => {
    const { status, answers, faults } = await evaluate([value, good])
    expect(status).toBe(2)
    expect(faults.join('\n')).toContain(fault)
    expect(faults.every((line) => /^[^:]+: [^:]+: /.test(line))).toBe(true)
    expect(answers.map((answer) => answer.id)).toEqual(['good'])
  })

  it('refuses the second of two cases with one id', async () => {
    const { status, answers, faults } = await evaluate([good, good])
    expect(status).toBe(2)
    expect(answers).toHaveLength(1)
    expect(faults).toEqual(['good: id: stands twice'])
  })

  it('answers ten thousand awards', async () => {
    const awards = Array.from({ length: 10_000 }, (_, i) => ({ id: `a${i}`, date: '2024-06-01', credits: '0.001' }))
    const { status, answers } = await evaluate([{ ...good, awards }])
    expect(status).toBe(0)
    expect(answers[0]).toMatchObject({ creditsCounted: '1.9', wasted: '8.1' })
  })

  it.each([
    ['no such file', 'nothing.json', 'there is no such file'],
    ['no JSON', 'broken.json', 'it is no JSON'],
    ['no list', 'list.json', 'cases: must be a list'],
  ])('says that there is %s', async (_, file, fault) => {
    writeFileSync(join(folder, 'broken.json'), '{')
    writeFileSync(join(folder, 'list.json'), '{}')
    const at = io()
    expect(await runEvaluate([file], at)).toBe(2)
    expect(at.err()).toContain(`${file}: ${fault}`)
    expect(JSON.parse(at.out())).toEqual([])
  })

  it('takes an instant to the day of the body', async () => {
    const held = { cycleStart: '2023-01-01', expiresOn: '2025-12-31' }
    const at = (submittedAt: string) => ({
      ...good,
      id: submittedAt,
      rulePack: 'acsm-cpt',
      held,
      asOf: undefined,
      submittedAt,
    })
    const { answers } = await evaluate([at('2026-01-01T04:59:59Z'), at('2026-01-01T00:00:00-05:00')])
    expect(answers.map((answer) => answer.status)).toEqual(['due_soon', 'grace'])
  })
})

describe('standing check', () => {
  it.each(packIds())('%s is in order with its golden cases', async (id) => {
    const at = io()
    const status = await runCheck([join(PACKS, `${id}.json`)], at)
    expect(at.out()).toMatch(/^[a-z0-9-]+: in order, /)
    expect(status).toBe(0)
  })

  it('finds the example of the guide in order', async () => {
    const at = io()
    expect(
      await runCheck([fileURLToPath(new URL('../../../../docs/rule-pack-example/npcp.json', import.meta.url))], at),
    ).toBe(0)
  })

  it('names a fault in words, with its path', async () => {
    writeFileSync(join(folder, 'pack.json'), JSON.stringify({ format: 1, id: 'Wrong Id', rules: [{ primitive: 'x' }] }))
    const at = io()
    expect(await runCheck(['pack.json'], at)).toBe(1)
    expect(at.out()).toContain('rules[0].primitive: is no primitive')
    expect(at.out()).toContain('body: ')
  })

  it('says what is wrong with the file', async () => {
    const at = io()
    expect(await runCheck(['absent.json'], at)).toBe(2)
    expect(at.err()).toContain('there is no such file')
  })
})

describe('standing explain', () => {
  it.each([
    ['en', 'Each cycle needs 1.9 CEUs.', 'To be able to renew: 0.9 CEUs more by 30 August 2025'],
    ['es', 'Cada ciclo exige 1,9 CEU.', 'Para poder renovar: 0,9 CEU más hasta el 30 de agosto de 2025'],
  ])('explains one case (%s) and the smallest change', async (language, rule, change) => {
    const short = { ...good, awards: [{ id: 'a1', date: '2024-06-01', credits: '1' }] }
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ cases: [short] }))
    const at = io()
    expect(await runExplain(['one.json', 'good', language], at)).toBe(0)
    expect(at.out()).toContain(rule)
    expect(at.out()).toContain(change)
  })

  it('says that there is no such case', async () => {
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ cases: [good] }))
    const at = io()
    expect(await runExplain(['one.json', 'none'], at)).toBe(2)
    expect(at.err()).toContain('there is no case "none"')
  })
})
