'use client'

import type { Block } from '@gs/domain/courses'
import { type SourceField, SourceFields, type TypedSource } from './SourceFields.tsx'

type SourceList = Extract<Block, { type: 'sourceList' }>
type Source = SourceList['content'][number]

export interface SourceListEditorProps {
  readonly list: SourceList
  readonly onChange: (list: SourceList) => void
}

const FIELDS: readonly SourceField[] = ['title', 'publisher', 'year', 'url', 'note']

const typed = ({ attrs }: Source): TypedSource => ({
  title: attrs.title,
  publisher: attrs.publisher ?? '',
  year: String(attrs.year ?? ''),
  url: attrs.href ?? '',
  note: attrs.note ?? '',
})

/** A year as a number where it is one; "2009, revised 2019" stays as it was typed. */
const yearOf = (text: string): number | string => (/^\d{4}$/.test(text) ? Number(text) : text)

const read = ({ title, publisher, year, url, note }: TypedSource): Source => ({
  type: 'source',
  attrs: {
    title,
    ...(publisher ? { publisher } : {}),
    ...(year ? { year: yearOf(year) } : {}),
    ...(url ? { href: url } : {}),
    ...(note ? { note } : {}),
  },
})

/** The sources named within a lesson. */
export function SourceListEditor({ list, onChange }: SourceListEditorProps) {
  return (
    <SourceFields
      fields={FIELDS}
      sources={list.content.map(typed)}
      onChange={(lines) => onChange({ ...list, content: lines.map(read) })}
    />
  )
}
