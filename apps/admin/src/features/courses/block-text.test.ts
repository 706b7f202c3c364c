import { readdirSync, readFileSync } from 'node:fs'
import { type Block, courseBodySchema, documentSchema } from '@gs/domain/courses'
import { describe, expect, it } from 'vitest'
import { emptyBlock, NEW_BLOCKS, TEXT_BLOCKS, textOfBlock, withText } from './block-text.ts'
import { gridOf } from './table-grid.ts'

const folder = new URL('../../../../../packages/db/src/seed/content/', import.meta.url)
const blocks: Block[] = readdirSync(folder)
  .filter((name) => name.endsWith('.course.json'))
  .flatMap((name) => courseBodySchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).lessons)
  .flatMap((lesson) => lesson.document.content)

/** Words and marks in order, however they are wrapped. */
const wordsOf = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(wordsOf).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { text, marks, content } = node as { text?: string; marks?: unknown; content?: unknown }
  return text === undefined
    ? wordsOf(content)
    : Array.from(text, (letter) => letter + JSON.stringify(marks ?? [])).join('')
}

describe('blocks as text', () => {
  it('lose no word and no mark of the demo courses, and stay documents', () => {
    let edited = 0
    for (const block of blocks) {
      const text = textOfBlock(block)
      if (text === undefined) continue
      edited += 1
      const again = withText(block, text)
      expect(wordsOf(again)).toBe(wordsOf(block))
      expect(textOfBlock(again)).toBe(text)
      expect(documentSchema.safeParse({ schema: 1, content: [again] }).success).toBe(true)
    }
    expect(edited).toBeGreaterThan(100)
  })

  it('leave figures, tables and sources to fields of their own', () => {
    for (const type of ['figure', 'table', 'sourceList'])
      for (const block of blocks.filter((each) => each.type === type)) expect(textOfBlock(block)).toBeUndefined()
    const tables = blocks.filter((block) => block.type === 'table')
    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) expect(gridOf(table)?.[0]?.length).toBeGreaterThan(1)
  })

  it('begin empty and take lines, items and paragraphs', () => {
    for (const type of TEXT_BLOCKS) {
      const filled = withText(emptyBlock(type), 'One\n\nTwo')
      expect(documentSchema.safeParse({ schema: 1, content: [filled] }).success).toBe(true)
      expect(wordsOf(filled)).toContain('T[]w[]o[]')
    }
    for (const type of NEW_BLOCKS)
      expect(documentSchema.safeParse({ schema: 1, content: [emptyBlock(type)] }).success).toBe(true)
    const list = withText(emptyBlock('bulletList'), 'One\n\nTwo\n')
    expect(list.type === 'bulletList' && list.content).toHaveLength(2)
  })
})
