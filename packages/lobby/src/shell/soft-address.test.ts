import { describe, expect, it } from 'vitest'
import { softAddress } from './soft-address.ts'

const HERE = 'https://console.test/people?q=ana'

const link = (href: string, { target = '', download = false } = {}) => {
  const anchor = { href, target, hasAttribute: (name: string) => name === 'download' && download }
  return { closest: (selector: string) => (selector === 'a[href]' ? anchor : null) }
}

const pressed = (target: unknown, press = {}) => ({
  defaultPrevented: false,
  button: 0,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  target,
  ...press,
})

describe('a plain link', () => {
  it.each([
    ['/people/1#2', '/people/1#2'],
    ['?q=ana&page=2', '/people?q=ana&page=2'],
    ['https://console.test/ledger', '/ledger'],
    ['/people?q=ana', '/people?q=ana'],
  ])('to %s is followed within the app', (href, expected) => {
    expect(softAddress(pressed(link(href)), HERE)).toBe(expected)
  })

  it.each([
    ['somebody else has answered', link('/ledger'), { defaultPrevented: true }],
    ['another button was pressed', link('/ledger'), { button: 1 }],
    ['a new tab is wanted', link('/ledger'), { ctrlKey: true }],
    ['a new tab is wanted on a Mac', link('/ledger'), { metaKey: true }],
    ['a new window is wanted', link('/ledger'), { shiftKey: true }],
    ['it is to be saved', link('/ledger'), { altKey: true }],
    ['it opens elsewhere', link('/ledger', { target: '_blank' }), {}],
    ['it is a download', link('/files/evidence/1', { download: true }), {}],
    ['it leads to another site', link('https://portal.test/'), {}],
    ['it is no address of the web', link('mailto:ana@demo.test'), {}],
    ['it is a place on the same page', link('/people?q=ana#main'), {}],
    ['there is no link', { closest: () => null }, {}],
    ['there is no element', null, {}],
  ])('is the browser’s where %s', (_, target, press) => {
    expect(softAddress(pressed(target, press), HERE)).toBeUndefined()
  })
})
