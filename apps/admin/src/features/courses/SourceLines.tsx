'use client'

import type { CourseBody } from '@gs/domain/courses'
import { Button, Card, IconButton, Input } from '@gs/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

type Source = CourseBody['sources'][number]

export interface SourceLinesProps {
  /** The sources to begin with; the lines keep their own from then on. */
  readonly sources: readonly Source[]
  readonly onChange: (sources: readonly Source[]) => void
}

interface Line {
  readonly id: string
  readonly source: Source
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
  const [lines, setLines] = useState<readonly Line[]>(() =>
    sources.map((source, index) => ({ id: `source-${index}`, source })),
  )
  const change = (next: readonly Line[]): void => {
    setLines(next)
    onChange(next.map(({ source }) => source))
  }
  return (
    <Card title={t('heading')}>
      <ol className="space-y-3">
        {lines.map(({ id, source }, index) => (
          <li key={id} className="grid items-center gap-2 sm:grid-cols-[2fr_1fr_6rem_2fr_auto]">
            {FIELDS.map((name) => (
              <Input
                key={name}
                aria-label={t('field', { number: index + 1, name: t(name) })}
                placeholder={t(name)}
                type={name === 'year' ? 'number' : 'text'}
                value={source[name] ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  change(lines.map((each) => (each.id === id ? { id, source: edited(source, name, value) } : each)))
                }}
              />
            ))}
            <IconButton
              label={t('remove', { number: index + 1 })}
              icon={<Trash2 />}
              onClick={() => change(lines.filter((each) => each.id !== id))}
            />
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        className="mt-4"
        icon={<Plus aria-hidden />}
        onClick={() => change([...lines, { id: crypto.randomUUID(), source: { title: '', publisher: '' } }])}
      >
        {t('add')}
      </Button>
    </Card>
  )
}
