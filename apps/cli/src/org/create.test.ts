import { describe, expect, it } from 'vitest'
import { askedFor } from './create.ts'

describe('org create', () => {
  it('takes a name and an address', () => {
    expect(askedFor(['--name', ' Iron House ', '--admin', 'ida@iron.example'])).toEqual({
      name: 'Iron House',
      adminEmail: 'ida@iron.example',
      locale: 'en',
    })
    expect(askedFor(['--name', 'X', '--admin', 'a@b', '--language', 'es'])?.locale).toBe('es')
  })

  it.each([
    [[]],
    [['--name', 'X']],
    [['--name', ' ', '--admin', 'a@b.example']],
    [['--name', 'X', '--admin', 'nobody']],
    [['--name', 'X', '--admin', 'a@b@c']],
    [['--name', 'X\nY', '--admin', 'a@b.example']],
    [['--name', 'x'.repeat(101), '--admin', 'a@b.example']],
    [['--name', 'X', '--admin', 'a@b.example', '--language', 'fr']],
    [['--name', 'X', '--admin', 'a@b.example', '--more']],
  ])('refuses %j', (argv) => {
    expect(askedFor(argv)).toBeUndefined()
  })
})
