'use client'

import { Button, Card, FormError, StatusBadge } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { CreditLine } from './CreditLine.tsx'
import { type CreditField, creditToSend, creditTyped, faultInCredits, type TypedCredit } from './credit-form.ts'
import type { CreditsPage } from './draft-view.ts'
import { useErrorWords } from './use-error-words.ts'
import { begin, renew, useIntent } from './use-intent.ts'

export interface CreditsEditorProps extends CreditsPage {
  readonly courseId: string
  /** The day from which a new line holds, unless another is typed. */
  readonly today: string
}

interface Line {
  readonly id: string
  readonly typed: TypedCredit
}

/** Where two lines stand in each other's way, their days can be mended. */
const fieldOf = (field: CreditField): string => (field === 'twice' ? 'from' : field)

/** What each body gives for the course, and on which completions. */
export function CreditsEditor({ courseId, credits, packs, today }: CreditsEditorProps) {
  const t = useTranslations('courses.credits')
  const trpc = useTRPC()
  const { refresh } = useRouter()
  const words = useErrorWords()
  const intent = useIntent(credits)
  const [lines, setLines] = useState<readonly Line[]>(() =>
    credits.map((credit, index) => ({ id: `credit-${index}`, typed: creditTyped(credit) })),
  )
  const [fault, setFault] = useState<ReturnType<typeof faultInCredits>>(null)
  const [tries, setTries] = useState(0)
  const [saved, setSaved] = useState(false)
  const save = useMutation(
    trpc.courses.setCredits.mutationOptions({
      onSuccess: (kept) => {
        intent.current.seen = kept.credits
        setSaved(true)
        refresh()
      },
      onSettled: () => renew(intent.current),
    }),
  )
  const change = (next: readonly Line[]): void => {
    setLines(next)
    setSaved(false)
  }
  const submit = (): void => {
    if (intent.current.busy) return
    const typed = lines.map((line) => line.typed)
    const found = faultInCredits(typed, packs)
    setFault(found)
    setTries((count) => count + 1)
    setSaved(false)
    if (found !== null) return
    const { seen, key } = begin(intent.current)
    save.mutate({
      courseId,
      seen: seen.map((credit) => creditToSend(creditTyped(credit))),
      credits: typed.map(creditToSend),
      key,
    })
  }
  const add = (): void => {
    // One that gives nothing yet, where there is one.
    const pack = packs.find(({ packId }) => lines.every((line) => line.typed.packId !== packId)) ?? packs[0]
    if (!pack) return
    const category = pack.categories[0]?.code ?? ''
    const typed = { packId: pack.packId, category, amount: '', from: today, to: '', source: '' }
    change([...lines, { id: `credit-${crypto.randomUUID()}`, typed }])
  }
  return (
    <Card title={t('title')} description={t('text')} className="max-w-3xl">
      <div className="space-y-4">
        {fault ? (
          <FormError
            key={tries}
            title={t('wrong.title', { number: fault.index + 1 })}
            errors={[
              { fieldId: `${lines[fault.index]?.id}-${fieldOf(fault.field)}`, message: t(`wrong.${fault.field}`) },
            ]}
          />
        ) : null}
        {save.error ? <FormError key={save.submittedAt} title={words(save.error)} /> : null}
        {lines.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
        <ol className="divide-y divide-line">
          {lines.map(({ id, typed }, index) => (
            <CreditLine
              key={id}
              id={id}
              number={index + 1}
              typed={typed}
              packs={packs}
              onChange={(part) =>
                change(lines.map((line) => (line.id === id ? { id, typed: { ...typed, ...part } } : line)))
              }
              onRemove={() => change(lines.filter((line) => line.id !== id))}
            />
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" pending={save.isPending} pendingLabel={t('pending')} onClick={submit}>
            {t('save')}
          </Button>
          <Button icon={<Plus aria-hidden />} disabled={packs.length === 0} onClick={add}>
            {t('add')}
          </Button>
          <span role="status">{saved ? <StatusBadge tone="good">{t('saved')}</StatusBadge> : null}</span>
        </div>
      </div>
    </Card>
  )
}
