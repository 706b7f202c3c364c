import { describe, expect, it } from 'vitest'
import { asOne, countPlaywright, countVitest } from './count.ts'

const good = { code: 0, said: '' }
const bad = { code: 1, said: '' }
const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((each, index) => ({ status: each, fullName: `test ${index}` })),
})

describe('counting tests', () => {
  it('counts what passed and what failed, and not what was skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')] }
    expect(countVitest(report, bad)).toEqual({ passed: 3, failed: 1 })
  })

  it('takes a file that does not load for a failed test', () => {
    expect(countVitest({ testResults: [file('passed', 'passed'), file('failed')] }, bad)).toEqual({
      passed: 1,
      failed: 1,
    })
  })

  it('takes a run that ended badly or proved nothing for a failed test', () => {
    expect(countVitest({ testResults: [file('passed', 'passed')] }, bad)).toEqual({ passed: 1, failed: 1 })
    expect(countVitest({ testResults: [] }, good)).toEqual({ passed: 0, failed: 1 })
  })

  it('takes a second try for a failure', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] }
    expect(countPlaywright(report, bad)).toEqual({ passed: 5, failed: 2 })
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: ['setup'] }, bad)).toEqual({
      passed: 0,
      failed: 1,
    })
  })

  it('counts a check as one', () => {
    expect([asOne(good), asOne(bad)]).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ])
  })
})
