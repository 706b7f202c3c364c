import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SOURCES = join(import.meta.dirname, '..')
/** A named statement as every query writes it: its name, then its text. */
const NAMED = /name: '([\w-]+)',\s*(?:text[:,]|\/\/)/g

it('no two statements share a name: a connection would run the one that it prepared first for both', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.'),
  )
  const places = new Map<string, string[]>()
  for (const file of files)
    for (const [, name = ''] of readFileSync(join(SOURCES, file), 'utf8').matchAll(NAMED))
      places.set(name, [...(places.get(name) ?? []), file])
  expect(places.size).toBeGreaterThan(50)
  expect([...places].filter(([, where]) => where.length > 1)).toEqual([])
})
