import type { OrgId } from '@gs/domain'
import { describe, expect, it } from 'vitest'
import { linesOf, publishOptions } from './publish.ts'

const organisation = {
  orgId: 'an-id' as OrgId,
  name: 'Iron House',
  slug: 'iron-house',
  unpublished: [],
  casesMissing: 0,
  credentialsMissing: [],
}

describe('packs publish', () => {
  it('takes an organisation, or all', () => {
    expect(publishOptions(['--org', 'iron-house'])).toEqual({ org: 'iron-house', dryRun: false })
    expect(publishOptions(['--org', 'all', '--dry-run'])).toEqual({ org: 'all', dryRun: true })
    expect(publishOptions(['--org', 'x', 'my.json'])).toEqual({ org: 'x', dryRun: false, file: 'my.json' })
  })

  it.each([
    [[]],
    [['--org', '']],
    [['--dry-run']],
    [['--org', 'x', '--more']],
    [['x']],
    [['--org', 'x', 'a', 'b']],
    [['--org', 'x', '--dry-run', 'a']],
  ])('refuses %j', (argv) => {
    expect(publishOptions(argv)).toBeUndefined()
  })

  it('says what is new, and whom a newer version concerns', () => {
    expect(linesOf(organisation)).toEqual(['Iron House (iron-house): has every pack of this version'])
    expect(
      linesOf({
        ...organisation,
        unpublished: [
          { packId: 'one', version: 1, isNew: true, holdings: 0 },
          { packId: 'two', version: 3, isNew: false, holdings: 41 },
        ],
        casesMissing: 8,
        credentialsMissing: ['A', 'B'],
      }),
    ).toEqual([
      'Iron House (iron-house):',
      '  one version 1: new',
      '  two version 3: newer than what is published; 41 holdings are recomputed',
      '  8 golden cases',
      '  credentials: A, B',
    ])
  })
})
