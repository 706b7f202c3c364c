'use client'

import type { DraftEdit } from '@gs/domain/courses'
import { Button, buttonClass, Card, Dialog, EmptyState, FormError, IconButton } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { newKey, partHref } from './draft-view.ts'
import { useErrorWords } from './use-error-words.ts'

export interface PartListProps {
  readonly courseId: string
  readonly revision: number
  readonly part: 'lesson' | 'question'
  readonly items: readonly { readonly key: string; readonly name: string; readonly detail: string }[]
  readonly mayWrite: boolean
}

/** The lessons or questions of a draft: open, add, move, remove. */
export function PartList({ courseId, revision, part, items, mayWrite }: PartListProps) {
  const t = useTranslations('courses.parts')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [leaving, setLeaving] = useState<string | null>(null)
  const save = useMutation(trpc.courses.saveDraft.mutationOptions({ onSettled: () => router.refresh() }))
  const edit = (change: DraftEdit): void => {
    if (!save.isPending) save.mutate({ courseId, revision, edit: change, key: crypto.randomUUID() })
  }
  const [fresh] = useState(() => newKey(part))
  return (
    <Card
      title={t(`${part}.title`, { count: items.length })}
      flush
      actions={
        mayWrite ? (
          <a href={partHref(courseId, part, fresh)} className={buttonClass({ variant: 'secondary', size: 'sm' })}>
            <Plus aria-hidden />
            {t(`${part}.add`)}
          </a>
        ) : null
      }
    >
      {save.error ? (
        <div className="px-4 pb-4 sm:px-6">
          <FormError key={save.submittedAt} title={words(save.error)} />
        </div>
      ) : null}
      {items.length === 0 ? <EmptyState title={t(`${part}.empty`)} /> : null}
      <ol className="divide-y divide-line">
        {items.map(({ key, name, detail }, index) => (
          <li key={key} className="flex items-center gap-3 px-4 py-2 sm:px-6">
            <span className="w-7 shrink-0 text-muted text-sm tabular-nums">{index + 1}</span>
            <PartName
              href={mayWrite ? partHref(courseId, part, key) : null}
              name={name || t('unnamed')}
              detail={detail}
            />
            {mayWrite ? (
              <span className="flex shrink-0">
                <IconButton
                  label={t('up', { name })}
                  icon={<ArrowUp />}
                  disabled={index === 0}
                  onClick={() => edit({ kind: 'move', part, key, by: -1 })}
                />
                <IconButton
                  label={t('down', { name })}
                  icon={<ArrowDown />}
                  disabled={index === items.length - 1}
                  onClick={() => edit({ kind: 'move', part, key, by: 1 })}
                />
                <IconButton label={t('remove', { name })} icon={<Trash2 />} onClick={() => setLeaving(key)} />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <Dialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('removeTitle')}
        description={t('removeText')}
        closeLabel={t('close')}
        size="sm"
        footer={
          <>
            <Button onClick={() => setLeaving(null)}>{t('keep')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (leaving) edit({ kind: 'remove', part, key: leaving })
                setLeaving(null)
              }}
            >
              {t('confirm')}
            </Button>
          </>
        }
      >
        <p className="break-words">{items.find((item) => item.key === leaving)?.name}</p>
      </Dialog>
    </Card>
  )
}

interface PartNameProps {
  /** The editor, for whoever may write. */
  readonly href: string | null
  readonly name: string
  readonly detail: string
}

function PartName({ href, name, detail }: PartNameProps) {
  const words = (
    <>
      <span className="block break-words">{name}</span>
      <span className="block text-muted text-sm">{detail}</span>
    </>
  )
  if (href === null) return <span className="min-w-0 flex-1 py-1.5">{words}</span>
  return (
    <a href={href} className="min-w-0 flex-1 py-1.5 underline-offset-3 hover:underline">
      {words}
    </a>
  )
}
