'use client'

import { type Block, documentSchema } from '@gs/domain/courses'
import { Field, Input, Select, Textarea } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { textOfBlock, withText } from './block-text.ts'
import { DataEditor } from './DataEditor.tsx'
import { FigureEditor } from './FigureEditor.tsx'
import { SourceListEditor } from './SourceListEditor.tsx'
import { TableEditor } from './TableEditor.tsx'
import { gridOf } from './table-grid.ts'

export interface BlockEditorProps {
  readonly id: string
  /** Name of the block, read with its field. */
  readonly label: string
  readonly block: Block
  readonly onChange: (block: Block) => void
}

/** One block: text with light markup, a grid, or fields where these can say it, else its data. */
export function BlockEditor(props: BlockEditorProps) {
  const { id, label, block, onChange } = props
  // How a block is edited is settled when it is opened: what is typed does not change the form under the hands.
  const [opened] = useState(() => ({ text: textOfBlock(block), grid: block.type === 'table' && gridOf(block) }))
  if (opened.text !== undefined) return <TextBlock {...props} text={opened.text} />
  if (block.type === 'table' && opened.grid) return <TableEditor id={id} table={block} onChange={onChange} />
  if (block.type === 'figure') return <FigureEditor id={id} label={label} figure={block} onChange={onChange} />
  if (block.type === 'sourceList') return <SourceListEditor list={block} onChange={onChange} />
  return <DataEditor id={id} label={label} value={block} read={blockFrom} onChange={onChange} hint="asData" />
}

function blockFrom(value: unknown): Block | undefined {
  const parsed = documentSchema.safeParse({ schema: 1, content: [value] })
  return parsed.success ? parsed.data.content[0] : undefined
}

function TextBlock({ id, label, block, text: first, onChange }: BlockEditorProps & { readonly text: string }) {
  // What is typed is kept as it is typed: read back from the block it would lose half-written marks.
  const [text, setText] = useState(first)
  return (
    <div className="space-y-3">
      <BlockLook id={id} block={block} onChange={onChange} />
      <Field id={id} label={label} hideLabel>
        {(control) => (
          <Textarea
            {...control}
            rows={Math.min(14, Math.max(2, Math.ceil(text.length / 80) + text.split('\n').length - 1))}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              onChange(withText(block, event.currentTarget.value))
            }}
          />
        )}
      </Field>
    </div>
  )
}

type LookProps = Pick<BlockEditorProps, 'id' | 'block' | 'onChange'>

/** What a block has beside its text. */
function BlockLook({ id, block, onChange }: LookProps) {
  const t = useTranslations('courses.block')
  if (block.type === 'heading')
    return (
      <Field id={`${id}-level`} label={t('level')} className="max-w-48">
        {(control) => (
          <Select
            {...control}
            value={String(block.attrs.level)}
            options={[
              { value: '2', label: t('level2') },
              { value: '3', label: t('level3') },
            ]}
            onChange={(event) => onChange({ ...block, attrs: { level: event.currentTarget.value === '3' ? 3 : 2 } })}
          />
        )}
      </Field>
    )
  if (block.type !== 'callout') return null
  const { tone, title } = block.attrs
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field id={`${id}-tone`} label={t('tone')}>
        {(control) => (
          <Select
            {...control}
            value={tone}
            options={(['note', 'practice', 'warning'] as const).map((value) => ({ value, label: t(`tones.${value}`) }))}
            onChange={(event) => {
              const { value } = event.currentTarget
              const next = value === 'practice' || value === 'warning' ? value : 'note'
              onChange({ ...block, attrs: { ...block.attrs, tone: next } })
            }}
          />
        )}
      </Field>
      <Field id={`${id}-title`} label={t('calloutTitle')}>
        {(control) => (
          <Input
            {...control}
            value={title ?? ''}
            maxLength={200}
            onChange={(event) => {
              const { value } = event.currentTarget
              onChange({ ...block, attrs: { tone, ...(value === '' ? {} : { title: value }) } })
            }}
          />
        )}
      </Field>
    </div>
  )
}
