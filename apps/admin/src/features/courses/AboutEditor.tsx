'use client'

import { Card, Field, Input, Textarea } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type About, aboutOf } from './about.ts'
import { SaveBar } from './SaveBar.tsx'
import { SourceLines } from './SourceLines.tsx'
import { useDraftSave } from './use-draft-save.ts'

export interface AboutEditorProps {
  readonly courseId: string
  readonly revision: number
  readonly about: About
}

/** What a course says of itself before it begins, and what its quiz asks. */
export function AboutEditor({ courseId, revision, about: opened }: AboutEditorProps) {
  const [about, setAbout] = useState(opened)
  const [taken, setTaken] = useState(0)
  const save = useDraftSave(courseId, revision)
  const change = (part: Partial<About>): void => {
    setAbout((before) => ({ ...before, ...part }))
    save.touch()
  }
  return (
    <div className="grid max-w-3xl gap-6">
      <Words about={about} onChange={change} />
      <Figures about={about} onChange={change} />
      <SourceLines key={taken} sources={about.sources} onChange={(sources) => change({ sources: [...sources] })} />
      <SaveBar
        save={save}
        onSave={() =>
          save.save({
            kind: 'about',
            about: { ...about, outcomes: about.outcomes.filter((outcome) => outcome.trim() !== '') },
          })
        }
        onTakeTheirs={({ body }) => {
          setAbout(aboutOf(body))
          setTaken((times) => times + 1)
        }}
        theirs={({ body }) =>
          JSON.stringify(aboutOf(body)) === JSON.stringify(opened) ? null : (
            <p>
              <strong>{body.title}</strong> {body.summary}
            </p>
          )
        }
      />
    </div>
  )
}

interface PartProps {
  readonly about: About
  readonly onChange: (part: Partial<About>) => void
}

const TEXTS = [
  { name: 'title', rows: 1, max: 200 },
  { name: 'subtitle', rows: 1, max: 300 },
  { name: 'summary', rows: 5, max: 4000 },
  { name: 'completion', rows: 3, max: 1000 },
] as const

function Words({ about, onChange }: PartProps) {
  const t = useTranslations('courses.about')
  return (
    <Card title={t('words')}>
      <div className="grid gap-4">
        {TEXTS.map(({ name, rows, max }) => (
          <Field key={name} id={`about-${name}`} label={t(name)} required>
            {(control) => {
              const shared = { ...control, maxLength: max, value: about[name] }
              const keep = (value: string): void => onChange({ [name]: value })
              return rows === 1 ? (
                <Input {...shared} onChange={(event) => keep(event.currentTarget.value)} />
              ) : (
                <Textarea {...shared} rows={rows} onChange={(event) => keep(event.currentTarget.value)} />
              )
            }}
          </Field>
        ))}
        <Field id="about-outcomes" label={t('outcomes')} hint={t('outcomesHint')} required>
          {(control) => (
            <Textarea
              {...control}
              rows={6}
              value={about.outcomes.join('\n')}
              onChange={(event) => onChange({ outcomes: event.currentTarget.value.split('\n') })}
            />
          )}
        </Field>
      </div>
    </Card>
  )
}

const FIGURES = [
  { name: 'hours', min: 0, max: 10_000 },
  { name: 'passMark', min: 1, max: 100 },
  { name: 'quizDraws', min: 1, max: 200 },
  { name: 'quizMinutes', min: 1, max: 1440 },
] as const

function Figures({ about, onChange }: PartProps) {
  const t = useTranslations('courses.about')
  return (
    <Card title={t('figures')}>
      <div className="grid gap-4 sm:grid-cols-2">
        {FIGURES.map(({ name, min, max }) => (
          <Field key={name} id={`about-${name}`} label={t(name)} required>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={min}
                max={max}
                value={about[name]}
                onChange={(event) => onChange({ [name]: Math.trunc(Number(event.currentTarget.value)) })}
              />
            )}
          </Field>
        ))}
      </div>
    </Card>
  )
}
