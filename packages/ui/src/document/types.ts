/**
 * The rich text of courses, questions and pages: ProseMirror-shaped JSON (Tiptap writes and reads it), version 1.
 * How to write it by hand: `README.md` beside this file. The renderer is `DocumentView`.
 */
export interface DocumentNode {
  schema: 1
  content: Block[]
}

export type Block =
  | ParagraphNode
  | HeadingNode
  | BulletListNode
  | OrderedListNode
  | BlockquoteNode
  | CalloutNode
  | FigureNode
  | TableNode
  | SourceListNode

export interface ParagraphNode {
  type: 'paragraph'
  content?: Inline[] | undefined
}

export interface HeadingNode {
  type: 'heading'
  attrs: { level: 2 | 3 }
  content: Inline[]
}

export interface BulletListNode {
  type: 'bulletList'
  content: ListItemNode[]
}

export interface OrderedListNode {
  type: 'orderedList'
  attrs?: { start?: number | undefined } | undefined
  content: ListItemNode[]
}

/** Text may stand in a list item directly; paragraphs and nested lists are welcome too. */
export interface ListItemNode {
  type: 'listItem'
  content: (Block | Inline)[]
}

export interface BlockquoteNode {
  type: 'blockquote'
  content: (Block | Inline)[]
}

export type CalloutTone = 'note' | 'practice' | 'warning'

export interface CalloutNode {
  type: 'callout'
  attrs: { tone: CalloutTone; title?: string | undefined }
  content: (Block | Inline)[]
}

export interface FigureNode {
  type: 'figure'
  /** `alt` says what the picture shows to someone who cannot see it; `caption` is read by everybody. */
  attrs: { svg: FigureSpec; caption: string; alt: string }
}

export interface TableNode {
  type: 'table'
  attrs?: { caption?: string | undefined } | undefined
  content: TableRowNode[]
}

export interface TableRowNode {
  type: 'tableRow'
  content: TableCellNode[]
}

export interface TableCellNode {
  /** A `tableHeader` in the first row heads its column; elsewhere it heads its row. */
  type: 'tableHeader' | 'tableCell'
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined
  content?: (Block | Inline)[] | undefined
}

export interface SourceListNode {
  type: 'sourceList'
  content: SourceNode[]
}

export interface SourceNode {
  type: 'source'
  attrs: {
    title: string
    publisher?: string | undefined
    year?: number | string | undefined
    /** `https:` only; anything else is shown without a link. */
    href?: string | undefined
    /** What it is the source of, or where in it to look. */
    note?: string | undefined
  }
}

export type Inline = TextNode | HardBreakNode

export interface TextNode {
  type: 'text'
  text: string
  marks?: Mark[] | undefined
}

export interface HardBreakNode {
  type: 'hardBreak'
}

export type Mark =
  | { type: 'bold' }
  | { type: 'italic' }
  | { type: 'code' }
  /** `https:` or relative; any other address leaves plain text. */
  | { type: 'link'; attrs: { href: string } }

/** Colours of a figure: names of theme tokens, so that the picture follows light and dark. */
export const figureColors = [
  'none',
  'ink',
  'muted',
  'line',
  'surface',
  'sunken',
  'accent',
  'accent-soft',
  'soon',
  'soon-soft',
  'out',
  'out-soft',
  'info',
  'info-soft',
] as const

export type FigureColor = (typeof figureColors)[number]

/** A drawing as data. Units are those of `viewBox`; the picture scales to the column (its own width at most). */
export interface FigureSpec {
  /** Four numbers: "minX minY width height", for example "0 0 480 240". */
  viewBox: string
  shapes: Shape[]
}

export interface ShapePaint {
  stroke?: FigureColor | undefined
  fill?: FigureColor | undefined
  /** Default 2. */
  strokeWidth?: number | undefined
  dashed?: boolean | undefined
  /** 0 to 1. */
  opacity?: number | undefined
}

export type Shape =
  | LineShape
  | ArrowShape
  | PathShape
  | RectShape
  | CircleShape
  | EllipseShape
  | PolygonShape
  | TextShape

export interface LineShape extends ShapePaint {
  kind: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface ArrowShape extends ShapePaint {
  kind: 'arrow'
  x1: number
  y1: number
  x2: number
  y2: number
  /** Bows the shaft: how far its middle stands off the straight line, to the left of the direction when positive. */
  bend?: number | undefined
  /** A head at both ends. */
  both?: boolean | undefined
}

export interface PathShape extends ShapePaint {
  kind: 'path'
  /** SVG path data: commands and numbers alone. */
  d: string
}

export interface RectShape extends ShapePaint {
  kind: 'rect'
  x: number
  y: number
  width: number
  height: number
  /** Radius of the corners. */
  r?: number | undefined
}

export interface CircleShape extends ShapePaint {
  kind: 'circle'
  cx: number
  cy: number
  r: number
}

export interface EllipseShape extends ShapePaint {
  kind: 'ellipse'
  cx: number
  cy: number
  rx: number
  ry: number
}

export interface PolygonShape extends ShapePaint {
  kind: 'polygon'
  /** "x,y x,y x,y" */
  points: string
}

export interface TextShape {
  kind: 'text'
  x: number
  y: number
  text: string
  /** Height of the letters in units of the viewBox; default 14. Not under 12 for a 480 wide picture. */
  size?: number | undefined
  weight?: 'normal' | 'bold' | undefined
  anchor?: 'start' | 'middle' | 'end' | undefined
  fill?: FigureColor | undefined
  /** Degrees, clockwise, about (x, y). */
  rotate?: number | undefined
  opacity?: number | undefined
}
