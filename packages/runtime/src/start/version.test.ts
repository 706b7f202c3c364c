import { describe, expect, it } from 'vitest'
import { judgeVersion } from './version.ts'

describe('the version of an own database', () => {
  it.each(['17.6', '9.6.24', '16.11 (Debian 16.11-1.pgdg12+1)', ''])('%s is too old', (version) => {
    expect(judgeVersion(version)).toMatchObject({
      verdict: 'refuse',
      line: expect.stringContaining('18 or later is needed'),
    })
  })
  it.each(['18.0', '18.6 (Debian 18.6-1)'])('%s is fit, and there is a better one', (version) => {
    expect(judgeVersion(version)).toMatchObject({ verdict: 'advise', line: expect.stringContaining('18.7') })
  })
  it.each(['18.7', '18.10', '19.1', '19beta1'])('%s is fit', (version) => {
    expect(judgeVersion(version)).toEqual({ verdict: 'fit', line: '' })
  })
})
