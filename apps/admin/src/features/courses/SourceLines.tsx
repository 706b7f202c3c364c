'use client'

import type { CourseBody } from '@gs/domain/courses'
import { Card } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { type SourceField, SourceFields, type TypedSource } from './SourceFields.tsx'

type Source = CourseBody['sources'][number]

export interface SourceLinesProps {
  /** The sources to begin with; the lines keep their own from then on. */
  readonly sources: readonly Source[]
  readonly onChange: (sources: readonly Source[]) => void
}

const FIELDS: readonly SourceField[] = ['title', 'publisher', 'year', 'url']

const typed = ({ title, publisher, year, url }: Source): TypedSource => ({
  title,
  publisher,
  year: year === undefined ? '' : String(year),
  url: url ?? '',
  note: '',
})

function read({ title, publisher, year, url }: TypedSource): Source {
  const number = Math.trunc(Number(year))
  return { title, publisher, ...(number ? { year: number } : {}), ...(url ? { url } : {}) }
}

/** The publications from which the facts of a course are taken. */
export function SourceLines({ sources, onChange }: SourceLinesProps) {
  const t = useTranslations('courses.sources')
  return (
    <Card title={t('heading')}>
      <SourceFields fields={FIELDS} sources={sources.map(typed)} onChange={(lines) => onChange(lines.map(read))} />
    </Card>
  )
}
