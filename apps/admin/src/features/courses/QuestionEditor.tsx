'use client'

import { type Question, type QuestionOption, questionFaults } from '@gs/domain/courses'
import { Button, Card, Field, IconButton, Input, Select, Textarea, useWaiting } from '@gs/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FaultList } from './FaultList.tsx'
import { QuestionPreview } from './QuestionPreview.tsx'
import { SaveBar } from './SaveBar.tsx'
import { type Stale, useDraftSave } from './use-draft-save.ts'

export interface QuestionEditorProps {
  readonly courseId: string
  readonly revision: number
  readonly question: Question
  readonly lessons: readonly { readonly key: string; readonly title: string }[]
  readonly language: string
}

/** Edits one question of the bank, with what a taker will see beside. */
export function QuestionEditor({ courseId, revision, question: opened, lessons, language }: QuestionEditorProps) {
  const t = useTranslations('courses.question')
  const [question, setQuestion] = useState(opened)
  const save = useDraftSave(courseId, revision)
  const change = (part: Partial<Question>): void => {
    setQuestion((before) => ({ ...before, ...part }))
    save.touch()
  }
  const theirsOf = ({ body }: Stale): Question | undefined => body.questions.find((each) => each.key === opened.key)
  const keys = lessons.map(({ key, title }) => ({
    key,
    title,
    minutes: 1,
    document: { schema: 1 as const, content: [] },
  }))
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="grid min-w-0 gap-6">
        <Card title={t('frame')}>
          <Frame question={question} lessons={lessons} onChange={change} />
        </Card>
        <Card title={t('options')} description={t(`optionsHint.${question.type}`)}>
          <Options question={question} onChange={(options) => change({ options: [...options] })} />
        </Card>
        <FaultList faults={questionFaults(question, { lessons: keys })} />
        <SaveBar
          save={save}
          onSave={() => save.save({ kind: 'question', question })}
          onTakeTheirs={(stale) => setQuestion((before) => theirsOf(stale) ?? before)}
          theirs={(stale) => {
            const theirs = theirsOf(stale)
            return theirs && JSON.stringify(theirs) !== JSON.stringify(opened) ? (
              <QuestionPreview question={theirs} language={language} />
            ) : null
          }}
        />
      </div>
      <Card title={t('preview')} className="xl:sticky xl:top-20">
        <QuestionPreview question={question} language={language} />
      </Card>
    </div>
  )
}

interface FrameProps {
  readonly question: Question
  readonly lessons: QuestionEditorProps['lessons']
  readonly onChange: (part: Partial<Question>) => void
}

const TYPES = ['single', 'multiple', 'true-false'] as const

function Frame({ question, lessons, onChange }: FrameProps) {
  const t = useTranslations('courses.question')
  const retype = (value: string): void => {
    const type = TYPES.find((each) => each === value) ?? 'single'
    const pair = (['true', 'false'] as const).map((key) => ({
      key,
      text: t(key),
      correct: key === 'true',
      feedback: '',
    }))
    onChange(type === 'true-false' ? { type, options: pair } : { type })
  }
  return (
    <div className="grid gap-4">
      <Field id="question-type" label={t('type')}>
        {(control) => (
          <Select
            {...control}
            value={question.type}
            options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
            onChange={(event) => retype(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field id="question-stem" label={t('stem')} required>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={question.stem}
            onChange={(event) => onChange({ stem: event.currentTarget.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="question-lesson" label={t('lesson')}>
          {(control) => (
            <Select
              {...control}
              value={question.lesson}
              options={lessons.map(({ key, title }) => ({ value: key, label: title || key }))}
              onChange={(event) => onChange({ lesson: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field id="question-difficulty" label={t('difficulty')}>
          {(control) => (
            <Select
              {...control}
              value={String(question.difficulty)}
              options={['1', '2', '3'].map((value) => ({ value, label: value }))}
              onChange={(event) => {
                const { value } = event.currentTarget
                onChange({ difficulty: value === '3' ? 3 : value === '2' ? 2 : 1 })
              }}
            />
          )}
        </Field>
      </div>
      <Field id="question-feedback" label={t('feedback')} hint={t('feedbackHint')} required>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={4000}
            value={question.feedback}
            onChange={(event) => onChange({ feedback: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  )
}

interface OptionsProps {
  readonly question: Question
  readonly onChange: (options: readonly QuestionOption[]) => void
}

/** The first free letter names a new option; names stay with their options. */
const freeKey = (options: readonly QuestionOption[]): string =>
  Array.from('abcdefghijkl').find((letter) => options.every((option) => option.key !== letter)) ?? 'z'

function Options({ question, onChange }: OptionsProps) {
  const t = useTranslations('courses.question')
  const { options, type } = question
  const waiting = useWaiting(true)
  const edit = (key: string, part: Partial<QuestionOption>): void =>
    onChange(options.map((option) => (option.key === key ? { ...option, ...part } : option)))
  const choose = (key: string, correct: boolean): void =>
    type === 'multiple'
      ? edit(key, { correct })
      : onChange(options.map((option) => ({ ...option, correct: option.key === key })))
  return (
    <div className="space-y-4">
      <ol className="space-y-4">
        {options.map((option, index) => (
          <li key={option.key} className="grid gap-3 rounded-xl border border-line p-3">
            <div className="flex items-start gap-3">
              <label className="flex min-h-6 shrink-0 items-center gap-2 pt-2 text-sm">
                <input
                  {...waiting}
                  type={type === 'multiple' ? 'checkbox' : 'radio'}
                  name="correct"
                  className="size-5 accent-accent"
                  checked={option.correct}
                  onChange={(event) => choose(option.key, event.currentTarget.checked)}
                />
                {t('correct')}
              </label>
              <Field
                id={`option-${option.key}`}
                label={t('option', { number: index + 1 })}
                hideLabel
                className="min-w-0 flex-1"
              >
                {(control) => (
                  <Input
                    {...control}
                    maxLength={1000}
                    value={option.text}
                    onChange={(event) => edit(option.key, { text: event.currentTarget.value })}
                  />
                )}
              </Field>
              {type === 'true-false' ? null : (
                <IconButton
                  label={t('removeOption', { number: index + 1 })}
                  icon={<Trash2 />}
                  onClick={() => onChange(options.filter((each) => each.key !== option.key))}
                />
              )}
            </div>
            <Field id={`option-${option.key}-feedback`} label={t('optionFeedback')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={2000}
                  value={option.feedback}
                  onChange={(event) => edit(option.key, { feedback: event.currentTarget.value })}
                />
              )}
            </Field>
          </li>
        ))}
      </ol>
      {type !== 'true-false' && options.length < 12 ? (
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...options, { key: freeKey(options), text: '', correct: false, feedback: '' }])}
        >
          {t('addOption')}
        </Button>
      ) : null}
    </div>
  )
}
