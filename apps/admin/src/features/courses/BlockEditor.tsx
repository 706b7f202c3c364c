'use client'

import { type Block, documentSchema } from '@gs/domain/courses'
import { Field, Input, Select, Textarea } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { textOfBlock, withText } from './block-text.ts'

export interface BlockEditorProps {
  readonly id: string
  /** Name of the block, read with its field. */
  readonly label: string
  readonly block: Block
  readonly onChange: (block: Block) => void
}

/** One block: text with light markup where text can say it, else its data. */
export function BlockEditor(props: BlockEditorProps) {
  const [text] = useState(() => textOfBlock(props.block))
  return text === undefined ? <DataBlock {...props} /> : <TextBlock {...props} text={text} />
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

/** A figure, a table, a list of sources, a nested list: as data, taken over once it is a block again. */
function DataBlock({ id, label, block, onChange }: BlockEditorProps) {
  const t = useTranslations('courses.block')
  const [text, setText] = useState(() => JSON.stringify(block, null, 2))
  const [wrong, setWrong] = useState(false)
  const read = (typed: string): void => {
    setText(typed)
    const next = blockFrom(typed)
    setWrong(next === undefined)
    if (next) onChange(next)
  }
  return (
    <Field id={id} label={label} hideLabel hint={t('asData')} error={wrong ? t('dataWrong') : undefined}>
      {(control) => (
        <Textarea
          {...control}
          rows={10}
          spellCheck={false}
          className="font-mono text-sm"
          value={text}
          onChange={(event) => read(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

function blockFrom(text: string): Block | undefined {
  try {
    const parsed = documentSchema.safeParse({ schema: 1, content: [JSON.parse(text)] })
    return parsed.success ? parsed.data.content[0] : undefined
  } catch {
    return undefined
  }
}
