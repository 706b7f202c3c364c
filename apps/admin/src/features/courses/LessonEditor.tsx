'use client'

import { type Block, type Lesson, lessonFaults } from '@gs/domain/courses'
import { Card, Field, Input, Textarea } from '@gs/ui'
import { DocumentView } from '@gs/ui/document'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { BlockList, type EditedBlock, withIds } from './BlockList.tsx'
import { FaultList } from './FaultList.tsx'
import { SaveBar } from './SaveBar.tsx'
import { type Stale, useDraftSave } from './use-draft-save.ts'

export interface LessonEditorProps {
  readonly courseId: string
  readonly revision: number
  readonly lesson: Lesson
  readonly language: string
}

/** Edits one lesson block by block, with the lesson as its readers will see it beside. */
export function LessonEditor({ courseId, revision, lesson: opened, language }: LessonEditorProps) {
  const t = useTranslations('courses.lesson')
  const [lesson, setLesson] = useState(opened)
  const [blocks, setBlocks] = useState<readonly EditedBlock[]>(() => withIds(opened.document.content))
  const save = useDraftSave(courseId, revision)
  const change = (part: Partial<Lesson>): void => {
    setLesson((before) => ({ ...before, ...part }))
    save.touch()
  }
  const edited: Lesson = { ...lesson, document: { schema: 1, content: blocks.map(({ block }) => block) } }
  const theirsOf = ({ body }: Stale): Lesson | undefined => body.lessons.find((each) => each.key === opened.key)
  const take = (stale: Stale): void => {
    const theirs = theirsOf(stale)
    if (!theirs) return
    setLesson(theirs)
    setBlocks(withIds(theirs.document.content))
  }
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="grid min-w-0 gap-6">
        <Card title={t('frame')}>
          <Frame lesson={lesson} onChange={change} />
        </Card>
        <Card title={t('content')} description={t('markup')}>
          <BlockList
            blocks={blocks}
            onChange={(next) => {
              setBlocks(next)
              save.touch()
            }}
          />
        </Card>
        <FaultList faults={lessonFaults(edited)} />
        <SaveBar
          save={save}
          onSave={() => save.save({ kind: 'lesson', lesson: edited })}
          onTakeTheirs={take}
          theirs={(stale) => {
            const theirs = theirsOf(stale)
            if (!theirs || JSON.stringify(theirs) === JSON.stringify(opened)) return null
            return (
              <>
                <p className="font-semibold">{theirs.title}</p>
                <Preview blocks={theirs.document.content} language={language} />
              </>
            )
          }}
        />
      </div>
      <Card title={t('preview')} className="xl:sticky xl:top-20">
        <h2 className="mb-4 font-semibold text-xl" lang={language}>
          {lesson.title}
        </h2>
        <Preview blocks={edited.document.content} language={language} />
      </Card>
    </div>
  )
}

function Preview({ blocks, language }: { readonly blocks: readonly Block[]; readonly language: string }) {
  const t = useTranslations('courses.document')
  return (
    <DocumentView
      document={{ schema: 1, content: blocks }}
      lang={language}
      headingOffset={1}
      labels={{
        callout: { note: t('note'), practice: t('practice'), warning: t('warning') },
        sources: t('sources'),
      }}
    />
  )
}

interface FrameProps {
  readonly lesson: Lesson
  readonly onChange: (part: Partial<Lesson>) => void
}

/** Title, length and what is to be practised. */
function Frame({ lesson, onChange }: FrameProps) {
  const t = useTranslations('courses.lesson')
  const { practice } = lesson
  return (
    <div className="grid gap-4">
      <Field id="lesson-title" label={t('title')} required>
        {(control) => (
          <Input
            {...control}
            value={lesson.title}
            maxLength={200}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="lesson-minutes" label={t('minutes')} required>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={10_000}
            className="max-w-32"
            value={lesson.minutes}
            onChange={(event) => onChange({ minutes: Math.trunc(Number(event.currentTarget.value)) })}
          />
        )}
      </Field>
      <Field id="practice-prompt" label={t('practice')} hint={t('practiceHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={practice?.prompt ?? ''}
            onChange={(event) => {
              const prompt = event.currentTarget.value
              onChange({ practice: prompt === '' ? undefined : { prompt, minEntries: practice?.minEntries ?? 1 } })
            }}
          />
        )}
      </Field>
      {practice ? (
        <Field id="practice-entries" label={t('entries')} required>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={50}
              className="max-w-32"
              value={practice.minEntries}
              onChange={(event) =>
                onChange({ practice: { ...practice, minEntries: Math.trunc(Number(event.currentTarget.value)) } })
              }
            />
          )}
        </Field>
      ) : null}
    </div>
  )
}
