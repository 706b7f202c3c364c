'use client'

import { type Block, type FigureSpec, figureSpec } from '@gs/domain/courses'
import { Field, Textarea } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { DataEditor } from './DataEditor.tsx'

type Figure = Extract<Block, { type: 'figure' }>

export interface FigureEditorProps {
  readonly id: string
  readonly label: string
  readonly figure: Figure
  readonly onChange: (figure: Figure) => void
}

/** What stands below a figure, what it says to somebody who cannot see it, and its drawing. */
export function FigureEditor({ id, label, figure, onChange }: FigureEditorProps) {
  const t = useTranslations('courses.block.figure')
  const change = (attrs: Partial<Figure['attrs']>): void =>
    onChange({ ...figure, attrs: { ...figure.attrs, ...attrs } })
  return (
    <div className="space-y-3">
      <Field id={`${id}-caption`} label={t('caption')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={figure.attrs.caption}
            onChange={(event) => change({ caption: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id={`${id}-alt`} label={t('alt')} hint={t('altHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={figure.attrs.alt}
            onChange={(event) => change({ alt: event.currentTarget.value })}
          />
        )}
      </Field>
      <DataEditor<FigureSpec>
        id={id}
        label={label}
        hint="drawingAsData"
        value={figure.attrs.svg}
        read={(typed) => figureSpec.safeParse(typed).data}
        onChange={(svg) => change({ svg })}
      />
    </div>
  )
}
