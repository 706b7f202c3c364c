'use client'

import type { CourseBody } from '@gs/domain/courses'
import { Button, Card, IconButton, Input } from '@gs/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'

type Source = CourseBody['sources'][number]

export interface SourceLinesProps {
  readonly sources: readonly Source[]
  readonly onChange: (sources: readonly Source[]) => void
}

/** An empty field is no value: it is left out. */
function edited(source: Source, name: keyof Source, value: string): Source {
  const { year, url, ...named } = source
  const years = name === 'year' ? Math.trunc(Number(value)) : year
  const link = name === 'url' ? value : url
  return {
    ...named,
    ...(name === 'title' || name === 'publisher' ? { [name]: value } : {}),
    ...(years ? { year: years } : {}),
    ...(link ? { url: link } : {}),
  }
}

const FIELDS = ['title', 'publisher', 'year', 'url'] as const

/** The publications from which the facts of a course are taken. */
export function SourceLines({ sources, onChange }: SourceLinesProps) {
  const t = useTranslations('courses.sources')
  return (
    <Card title={t('heading')}>
      <ol className="space-y-3">
        {sources.map((source, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source has no name of its own, and its fields are controlled
          <li key={index} className="grid items-center gap-2 sm:grid-cols-[2fr_1fr_6rem_2fr_auto]">
            {FIELDS.map((name) => (
              <Input
                key={name}
                aria-label={t('field', { number: index + 1, name: t(name) })}
                placeholder={t(name)}
                type={name === 'year' ? 'number' : 'text'}
                value={source[name] ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  onChange(sources.map((each, at) => (at === index ? edited(each, name, value) : each)))
                }}
              />
            ))}
            <IconButton
              label={t('remove', { number: index + 1 })}
              icon={<Trash2 />}
              onClick={() => onChange(sources.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        className="mt-4"
        icon={<Plus aria-hidden />}
        onClick={() => onChange([...sources, { title: '', publisher: '' }])}
      >
        {t('add')}
      </Button>
    </Card>
  )
}
