import type { Block, Inline } from '@gs/domain/courses'
import { toMarkup } from './inline-markup.ts'

const isInline = (node: Block | Inline): node is Inline => node.type === 'text' || node.type === 'hardBreak'

/** Inline content that stands directly or in one paragraph; nothing where there is more to it. */
export function lineOf(content: readonly (Block | Inline)[]): string | undefined {
  const [only] = content
  const inline = content.length === 1 && only?.type === 'paragraph' ? (only.content ?? []) : content
  return inline.every(isInline) ? toMarkup(inline.filter(isInline)) : undefined
}
