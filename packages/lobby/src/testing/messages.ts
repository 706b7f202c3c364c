import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

function leaves(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
}

/** Names of the ICU arguments and tags of a message; the words of a plural's or select's branches are no arguments. */
const argumentsOf = (text: unknown): readonly string[] =>
  [
    ...new Set(
      Array.from(
        String(text).matchAll(/(?<!(?:one|other|few|many|zero|two|=\d+)\s?)\{\s*(\w+)\s*[,}]|<(\w+)>/g),
        (match) => match[1] ?? match[2] ?? '',
      ),
    ),
  ].sort()

/** A folder of messages says the same in both languages. */
export function describeMessages(folder: string): void {
  describe('messages', () => {
    const namespacesOf = (locale: string) => readdirSync(join(folder, locale)).sort()
    const read = (locale: string, file: string) =>
      leaves(JSON.parse(readFileSync(join(folder, locale, file), 'utf8')), '').toSorted()

    it('has the same files in both languages', () => {
      expect(namespacesOf('es')).toEqual(namespacesOf('en'))
      expect(namespacesOf('en').length).toBeGreaterThan(0)
    })

    for (const file of namespacesOf('en')) {
      it(`${file} has the same keys and arguments in both languages, and no empty text`, () => {
        const [english, spanish] = [read('en', file), read('es', file)]
        expect(spanish.map(([key]) => key)).toEqual(english.map(([key]) => key))
        for (const [key, text] of [...english, ...spanish]) expect(String(text).trim(), key).not.toBe('')
        expect(spanish.map(([key, text]) => [key, argumentsOf(text)])).toEqual(
          english.map(([key, text]) => [key, argumentsOf(text)]),
        )
      })
    }
  })
}
