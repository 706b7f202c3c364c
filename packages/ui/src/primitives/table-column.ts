import type { ReactNode } from 'react'
import type { Tone } from '../tone.ts'

/**
 * A cell as words and their look. In a long list better than elements, which the framework would send and render one by
 * one: words are data.
 */
export interface CellWords {
  readonly words: string
  /** What they are about, before them; only where there are several. */
  readonly label?: string | undefined
  /** As a state, with its mark. */
  readonly tone?: Tone | undefined
  /** What says them more exactly, below them. */
  readonly note?: string | undefined
  /** Set apart, after them. */
  readonly badge?: string | undefined
  readonly muted?: boolean | undefined
}

export type CellContent = ReactNode | CellWords | readonly CellWords[]

export interface TableSort {
  /** The address with this column's order (toggled). */
  href: string
  direction: 'asc' | 'desc' | undefined
}

export interface TableColumn<Row> {
  key: string
  header: string
  cell: (row: Row) => CellContent
  /** Heads its row: the row's link stands here, and on a phone it is the card's title. */
  title?: boolean | undefined
  align?: 'start' | 'end' | undefined
  numeric?: boolean | undefined
  nowrap?: boolean | undefined
  /** The header is read but not shown (checkboxes, row menus). */
  hideHeader?: boolean | undefined
  sort?: TableSort | undefined
  /** On a phone: label and value by default; `corner` stands at the title's end, `plain` has no label, `inline` none either and shares its line, `hidden` is left out. */
  phone?: 'corner' | 'plain' | 'inline' | 'hidden' | undefined
  width?: string | undefined
}
