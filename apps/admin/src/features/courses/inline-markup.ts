import { type Inline, isSafeHref, type Mark } from '@gs/domain/courses'

/**
 * A line of rich text as an author types it: `**bold**`, `_italic_`, `` `code` ``, `[words](https://address)`, a line
 * break for a line break, and a backslash before any of these signs that is meant as itself.
 */

const SIGNS = { bold: '**', italic: '_', code: '`' } as const
type SignMark = keyof typeof SIGNS
const SPECIAL = /[\\*_`[\]]/g

const escaped = (text: string): string => text.replace(SPECIAL, '\\$&')

const linkOf = (marks: readonly Mark[]): string | undefined =>
  marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0]

/** Writes inline content as markup. */
export function toMarkup(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'hardBreak') return '\n'
      const marks = node.marks ?? []
      const signs = (['bold', 'italic', 'code'] as const).filter((type) => marks.some((mark) => mark.type === type))
      const open = signs.map((type) => SIGNS[type]).join('')
      const close = [...signs]
        .reverse()
        .map((type) => SIGNS[type])
        .join('')
      const inner = `${open}${escaped(node.text)}${close}`
      const href = linkOf(marks)
      return href === undefined ? inner : `[${inner}](${href})`
    })
    .join('')
}

interface Cursor {
  readonly text: string
  at: number
}

/** Reads markup. What is no complete mark (a lone sign, an address that may not be followed) stays as it was typed. */
export const fromMarkup = (text: string): Inline[] => joined(parse({ text: text.replace(/\r/g, ''), at: 0 }, [], null))

function parse(cursor: Cursor, marks: readonly Mark[], until: string | null): Inline[] {
  const found: Inline[] = []
  const { text } = cursor
  while (cursor.at < text.length) {
    if (until !== null && text.startsWith(until, cursor.at)) {
      cursor.at += until.length
      return found
    }
    found.push(...next(cursor, marks))
  }
  return found
}

function next(cursor: Cursor, marks: readonly Mark[]): Inline[] {
  const { text, at } = cursor
  const sign = text[at] ?? ''
  if (sign === '\\' && at + 1 < text.length) {
    cursor.at += 2
    return [plain(text[at + 1] ?? '', marks)]
  }
  if (sign === '\n') {
    cursor.at += 1
    return [{ type: 'hardBreak' }]
  }
  const marked = signed(cursor, marks) ?? linked(cursor, marks)
  if (marked) return marked
  cursor.at += 1
  return [plain(sign, marks)]
}

function signed(cursor: Cursor, marks: readonly Mark[]): Inline[] | undefined {
  const types: readonly SignMark[] = ['bold', 'italic', 'code']
  const type = types.find((each) => cursor.text.startsWith(SIGNS[each], cursor.at))
  if (!type || marks.some((mark) => mark.type === type)) return undefined
  const sign = SIGNS[type]
  if (endOf(cursor.text, cursor.at + sign.length, sign) <= cursor.at + sign.length) return undefined
  cursor.at += sign.length
  return parse(cursor, [...marks, { type }], sign)
}

function linked(cursor: Cursor, marks: readonly Mark[]): Inline[] | undefined {
  const { text, at } = cursor
  if (text[at] !== '[' || linkOf(marks) !== undefined) return undefined
  const close = endOf(text, at + 1, '](')
  const end = close < 0 ? -1 : text.indexOf(')', close)
  if (close <= at + 1 || end < 0) return undefined
  const href = text.slice(close + 2, end)
  if (!isSafeHref(href)) return undefined
  const inner = parse({ text: text.slice(at + 1, close), at: 0 }, [...marks, { type: 'link', attrs: { href } }], null)
  cursor.at = end + 1
  return inner
}

/** Where a sign stands next that no backslash protects; -1 where it does not. */
function endOf(text: string, from: number, sign: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text.startsWith(sign, at)) return at
  }
  return -1
}

const ORDER: readonly Mark['type'][] = ['bold', 'italic', 'code', 'link']

function plain(text: string, marks: readonly Mark[]): Inline {
  if (marks.length === 0) return { type: 'text', text }
  return { type: 'text', text, marks: [...marks].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type)) }
}

/** Neighbours with the same marks are one text. */
function joined(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text }
    else result.push(node)
  }
  return result
}
