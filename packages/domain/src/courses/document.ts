import { z } from 'zod'
import { figureSpec } from './figure.ts'
import { plainText } from './plain-text.ts'

/**
 * The rich text of lessons as data, ProseMirror-shaped, version 1. What is no known node, or a link that is neither
 * `https:` nor relative, is refused on save; the renderer leaves it out on top of that.
 */

/** Deeper nesting than any reader could follow, and shallow enough for every walk over the tree. */
const MAX_DEPTH = 16

/** Whether an address may stand in a document: `https:`, or relative to this site. */
export function isSafeHref(href: string): boolean {
  if (href === '' || /[\s\\\p{Cc}]/u.test(href)) return false
  if (/^https:\/\/[^/]/i.test(href)) return true
  return !href.startsWith('//') && !/^[^/?#]*:/.test(href)
}

const href = plainText(2000).refine(isSafeHref, 'link.unsafe')

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('code') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
])

const textNode = z.strictObject({
  type: z.literal('text'),
  text: plainText(20_000).min(1, 'text.empty'),
  marks: z.array(mark).max(4).optional(),
})
const inline = z.discriminatedUnion('type', [textNode, z.strictObject({ type: z.literal('hardBreak') })])

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).optional() })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: z.array(inline),
})
const figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({ svg: figureSpec, caption: plainText(1000), alt: plainText(2000) }),
})
const source = z.strictObject({
  type: z.literal('source'),
  attrs: z.strictObject({
    title: plainText(500),
    publisher: plainText(300).optional(),
    year: z.union([z.int().min(1000).max(3000), plainText(40)]).optional(),
    href: href.optional(),
    note: plainText(1000).optional(),
  }),
})
const sourceList = z.strictObject({ type: z.literal('sourceList'), content: z.array(source).max(200) })

export type Mark = z.infer<typeof mark>
export type TextNode = z.infer<typeof textNode>
export type Inline = z.infer<typeof inline>
export type CalloutTone = 'note' | 'practice' | 'warning'
type Flow = (Block | Inline)[]

export interface ListItem {
  type: 'listItem'
  content: Flow
}
export interface TableCell {
  type: 'tableHeader' | 'tableCell'
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined
  content?: Flow | undefined
}
export interface TableRow {
  type: 'tableRow'
  content: TableCell[]
}
export type Block =
  | z.infer<typeof paragraph>
  | z.infer<typeof heading>
  | z.infer<typeof figure>
  | z.infer<typeof sourceList>
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start?: number | undefined } | undefined; content: ListItem[] }
  | { type: 'blockquote'; content: Flow }
  | { type: 'callout'; attrs: { tone: CalloutTone; title?: string | undefined }; content: Flow }
  | { type: 'table'; attrs?: { caption?: string | undefined } | undefined; content: TableRow[] }

const flow: z.ZodType<Flow> = z.lazy(() => z.array(z.union([inline, block])).max(500))
const listItem = z.strictObject({ type: z.literal('listItem'), content: flow })
const span = z.int().min(1).max(20).optional()
const tableCell = z.strictObject({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: z.strictObject({ colspan: span, rowspan: span }).optional(),
  content: flow.optional(),
})
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCell).max(20) })

const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  paragraph,
  heading,
  figure,
  sourceList,
  z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).max(200) }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.int().min(0).max(10_000).optional() }).optional(),
    content: z.array(listItem).max(200),
  }),
  z.strictObject({ type: z.literal('blockquote'), content: flow }),
  z.strictObject({
    type: z.literal('callout'),
    attrs: z.strictObject({ tone: z.enum(['note', 'practice', 'warning']), title: plainText(200).optional() }),
    content: flow,
  }),
  z.strictObject({
    type: z.literal('table'),
    attrs: z.strictObject({ caption: plainText(500).optional() }).optional(),
    content: z.array(tableRow).max(100),
  }),
])

/** Whether no object lies deeper than `left` levels; looks no further than that. */
function shallow(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return left > 0 && Object.values(value).every((inner) => shallow(inner, left - 1))
}

/** A document as it may be stored. Each level of text nests in an object and a list. */
export const documentSchema = z
  .unknown()
  .refine((value) => shallow(value, MAX_DEPTH * 2), 'document.too-deep')
  .pipe(z.strictObject({ schema: z.literal(1), content: z.array(block).max(500) }))

export type DocumentNode = z.infer<typeof documentSchema>
