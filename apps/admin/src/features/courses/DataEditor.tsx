'use client'

import { Field, Textarea } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

export interface DataEditorProps<Data> {
  readonly id: string
  readonly label: string
  /** What the data are, told below the field. */
  readonly hint: 'asData' | 'drawingAsData'
  /** The data to begin with; the field keeps its own text from then on. */
  readonly value: Data
  /** Reads what was typed, once it is JSON; nothing where it is not what it ought to be. */
  readonly read: (typed: unknown) => Data | undefined
  readonly onChange: (value: Data) => void
}

/** What no field can say, as data; taken over once it can be read again. */
export function DataEditor<Data>({ id, label, hint, value, read, onChange }: DataEditorProps<Data>) {
  const t = useTranslations('courses.block')
  const [text, setText] = useState(() => JSON.stringify(value, null, 2))
  const [wrong, setWrong] = useState(false)
  const type = (typed: string): void => {
    setText(typed)
    const next = parsed(typed, read)
    setWrong(next === undefined)
    if (next) onChange(next)
  }
  return (
    <Field id={id} label={label} hideLabel hint={t(hint)} error={wrong ? t('dataWrong') : undefined}>
      {(control) => (
        <Textarea
          {...control}
          rows={10}
          spellCheck={false}
          className="font-mono text-sm"
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

function parsed<Data>(text: string, read: (typed: unknown) => Data | undefined): Data | undefined {
  try {
    return read(JSON.parse(text))
  } catch {
    return undefined
  }
}
