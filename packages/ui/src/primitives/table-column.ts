import type { ReactNode } from 'react'

export interface TableSort {
  /** The address with this column's order (toggled). */
  href: string
  direction: 'asc' | 'desc' | undefined
}

export interface TableColumn<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
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
