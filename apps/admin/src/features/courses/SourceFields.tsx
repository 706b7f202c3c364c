'use client'

import { Button, IconButton, Input } from '@gs/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** A publication as its fields are typed; an empty one is no value. */
export interface TypedSource {
  readonly title: string
  readonly publisher: string
  readonly year: string
  readonly url: string
  readonly note: string
}
export type SourceField = keyof TypedSource

export interface SourceFieldsProps {
  readonly fields: readonly SourceField[]
  /** The sources to begin with; the lines keep their own from then on. */
  readonly sources: readonly TypedSource[]
  readonly onChange: (sources: readonly TypedSource[]) => void
}

interface Line {
  readonly id: string
  readonly source: TypedSource
}

const EMPTY: TypedSource = { title: '', publisher: '', year: '', url: '', note: '' }

/** Publications, a line each. */
export function SourceFields({ fields, sources, onChange }: SourceFieldsProps) {
  const t = useTranslations('courses.sources')
  const [lines, setLines] = useState<readonly Line[]>(() =>
    sources.map((source, index) => ({ id: `source-${index}`, source })),
  )
  const change = (next: readonly Line[]): void => {
    setLines(next)
    onChange(next.map(({ source }) => source))
  }
  return (
    <>
      <ol className="space-y-3">
        {lines.map(({ id, source }, index) => (
          <li key={id} className="flex items-start gap-2">
            <div className="grid flex-1 gap-2 sm:grid-cols-2">
              {fields.map((name) => (
                <Input
                  key={name}
                  aria-label={t('field', { number: index + 1, name: t(name) })}
                  placeholder={t(name)}
                  inputMode={name === 'year' ? 'numeric' : undefined}
                  value={source[name]}
                  onChange={(event) => {
                    const { value } = event.currentTarget
                    change(lines.map((each) => (each.id === id ? { id, source: { ...source, [name]: value } } : each)))
                  }}
                />
              ))}
            </div>
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
        onClick={() => change([...lines, { id: crypto.randomUUID(), source: EMPTY }])}
      >
        {t('add')}
      </Button>
    </>
  )
}
