import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PACKS = join(ROOT, 'packages/rulepacks/src/packs')

/** Pack ids and the short names of bodies: what product source may not spell, because a body's rules are data. */
function forbiddenWords(): string[] {
  const words = new Set<string>()
  for (const name of readdirSync(PACKS).filter((file) => file.endsWith('.json') && !file.endsWith('.cases.json'))) {
    const pack: { id: string; body: { short: string } } = JSON.parse(readFileSync(join(PACKS, name), 'utf8'))
    words.add(pack.id)
    words.add(pack.body.short)
  }
  return [...words]
}

const isProduct = (path: string): boolean =>
  /^(apps|packages)\/[^/]+\/src\/.*\.tsx?$/.test(path) &&
  !/\.test\.tsx?$/.test(path) &&
  !/\/(seed|testing)\//.test(path)

function productFiles(): string[] {
  return ['apps', 'packages']
    .flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true }))
    .filter(
      (entry) => entry.isFile() && !entry.parentPath.includes('node_modules') && !entry.parentPath.includes('.next'),
    )
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter(isProduct)
}

/** The text of every string literal and template, and of JSX, without comments. */
function literalsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}]+</g) ?? []
}

function spellings(source: string, words: readonly string[]): string[] {
  const text = literalsOf(source).join('\n')
  return words.filter((word) => new RegExp(`(?<![\\w-])${RegExp.escape(word)}(?![\\w-])`, 'i').test(text))
}

describe('the rules of a body are data', () => {
  const words = forbiddenWords()

  it('finds a body in a literal, and not in a comment or inside another word', () => {
    const [word = ''] = words
    expect(spellings(`const a = '${word}'`, words)).toContain(word)
    expect(spellings(`const a = <p>of ${word} here</p>`, words)).toContain(word)
    expect(spellings(`// ${word}\nconst a = 1`, words)).toEqual([])
    expect(spellings(`const a = 'x${word}x'`, words)).toEqual([])
  })

  it('no literal of product source names a pack or a body', () => {
    const files = productFiles()
    expect(files.length).toBeGreaterThan(200)
    const found = files.flatMap((path) =>
      spellings(readFileSync(join(ROOT, path), 'utf8'), words).map((word) => `${path}: ${word}`),
    )
    expect(found).toEqual([])
  })
})
