import { describe, expect, it } from 'vitest'
import { activityFields, creditName } from './activity-fields.ts'

const form = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const typed = { kind: 'presenting', title: ' Congress ', provider: 'House', completedOn: '2026-02-01', note: ' ' }

describe('the form for an outside activity', () => {
  it('asks by hours or by credits, never by both', () => {
    const credits = { [creditName('a', '')]: '1,9', [creditName('b', 'B1')]: '', hours: '2,5' }
    expect(activityFields(form({ ...typed, ...credits, ask: 'hours' }))).toEqual({
      kind: 'presenting',
      title: 'Congress',
      provider: 'House',
      completedOn: '2026-02-01',
      credits: [],
      minutes: 150,
      note: null,
    })
    expect(activityFields(form({ ...typed, ...credits, ask: 'credits' }))).toMatchObject({
      credits: [{ packId: 'a', category: '', amount: '1.9' }],
      minutes: null,
    })
  })

  it('asks for nothing where nothing usable was typed', () => {
    for (const hours of ['', '0', '-1', 'two'])
      expect(activityFields(form({ ...typed, ask: 'hours', hours })).minutes).toBeNull()
    expect(activityFields(form({ ...typed, kind: 'x' })).kind).toBe('petition')
  })
})
