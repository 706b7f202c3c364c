import type { Block, Inline, ListItem } from '@gs/domain/courses'
import { fromMarkup, toMarkup } from './inline-markup.ts'
import { lineOf } from './line-of.ts'
import { emptyTable } from './table-grid.ts'

/** The kinds of block that an author edits as text; everything else is edited as data, so that nothing of it is lost. */
export const TEXT_BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'callout', 'blockquote'] as const

/** Paragraphs with an empty line between; nothing where a block is no paragraph, or breaks its lines itself. */
function paragraphsOf(content: readonly (Block | Inline)[]): string | undefined {
  const line = lineOf(content)
  if (line !== undefined) return line.includes('\n\n') ? undefined : line
  const lines = content.map((node) => (node.type === 'paragraph' ? toMarkup(node.content ?? []) : undefined))
  return lines.every((each) => each !== undefined && !each.includes('\n\n')) ? lines.join('\n\n') : undefined
}

const itemLine = ({ content }: ListItem): string | undefined => {
  const line = lineOf(content)
  return line?.includes('\n') ? undefined : line
}

/** The text of a block for editing; nothing where it holds what text cannot say (tables, figures, nested lists). */
export function textOfBlock(block: Block): string | undefined {
  switch (block.type) {
    case 'paragraph':
      return toMarkup(block.content ?? [])
    case 'heading':
      return toMarkup(block.content)
    case 'bulletList':
    case 'orderedList': {
      const lines = block.content.map(itemLine)
      return lines.every((line) => line !== undefined) ? lines.join('\n') : undefined
    }
    case 'callout':
    case 'blockquote':
      return paragraphsOf(block.content)
    default:
      return undefined
  }
}

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', content: fromMarkup(part) }))

const items = (text: string): ListItem[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'listItem', content: fromMarkup(line) }))

/** The block with another text; what beside the text belongs to it (level, tone) stays. */
export function withText(block: Block, text: string): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: fromMarkup(text) }
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: items(text) }
    case 'callout':
    case 'blockquote':
      return { ...block, content: paragraphs(text) }
    default:
      return block
  }
}

/** The kinds of block that an author adds. */
export const NEW_BLOCKS = [...TEXT_BLOCKS, 'table', 'sourceList'] as const
export type NewBlockType = (typeof NEW_BLOCKS)[number]

/** A new block with nothing in it. */
export function emptyBlock(type: NewBlockType): Block {
  switch (type) {
    case 'table':
      return emptyTable()
    case 'heading':
      return { type, attrs: { level: 2 }, content: [] }
    case 'callout':
      return { type, attrs: { tone: 'note' }, content: [] }
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
    case 'blockquote':
    case 'sourceList':
      return { type, content: [] }
  }
}
