import { describe, expect, it } from 'vitest'
import { creditName, fieldsOf } from './fields.ts'

describe('the award form', () => {
  it('reads what was typed as the API takes it', () => {
    const form = new FormData()
    const typed = {
      activity: ' Workshop ',
      activityType: 'presenting',
      completedOn: '2026-02-01',
      filedOn: '',
      reason: 'Seen',
      [creditName('a-pack', '')]: '1,9',
      [creditName('b-pack', 'B1')]: ' 0.5 ',
      [creditName('c-pack', '')]: '0',
      [creditName('d-pack', '')]: '',
    }
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    expect(fieldsOf(form)).toEqual({
      activity: 'Workshop',
      activityType: 'presenting',
      completedOn: '2026-02-01',
      credits: [
        { packId: 'a-pack', category: '', amount: '1.9' },
        { packId: 'b-pack', category: 'B1', amount: '0.5' },
      ],
      reason: 'Seen',
      notify: false,
    })
    form.set('activityType', 'bribe')
    form.set('notify', 'on')
    expect(fieldsOf(form)).toMatchObject({ activityType: 'course', notify: true })
  })
})
