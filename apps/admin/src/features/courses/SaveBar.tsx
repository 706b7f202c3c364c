'use client'

import { Alert, Button, FormError, StatusBadge } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DraftSave, Stale } from './use-draft-save.ts'

export interface SaveBarProps {
  readonly save: DraftSave
  readonly onSave: () => void
  /** Puts what the other author saved into the editor. */
  readonly onTakeTheirs: (stale: Stale) => void
  /** The other author's words of this very part, where they changed it. */
  readonly theirs: (stale: Stale) => ReactNode
}

/** Save, and what became of it. Where somebody else has saved meanwhile, both versions are here and nothing is lost. */
export function SaveBar({ save, onSave, onTakeTheirs, theirs }: SaveBarProps) {
  const t = useTranslations('courses.save')
  return (
    <div className="space-y-4">
      {save.failure ? <FormError key={save.failedAt} title={save.failure} /> : null}
      {save.stale ? (
        <Conflict stale={save.stale} save={save} onTakeTheirs={onTakeTheirs} theirs={theirs(save.stale)} />
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          variant="primary"
          pending={save.pending}
          pendingLabel={t('pending')}
          disabled={save.stale !== null}
          onClick={onSave}
        >
          {t('save')}
        </Button>
        <span role="status">{save.saved ? <StatusBadge tone="good">{t('saved')}</StatusBadge> : null}</span>
      </div>
    </div>
  )
}

interface ConflictProps {
  readonly stale: Stale
  readonly save: DraftSave
  readonly onTakeTheirs: (stale: Stale) => void
  readonly theirs: ReactNode
}

function Conflict({ stale, save, onTakeTheirs, theirs }: ConflictProps) {
  const t = useTranslations('courses.save')
  const locale = useLocale()
  return (
    <Alert
      tone="warning"
      live
      title={t('staleTitle')}
      actions={
        <>
          <Button onClick={save.goOnFromNewest}>{t('keepMine')}</Button>
          <Button
            onClick={() => {
              onTakeTheirs(stale)
              save.goOnFromNewest()
            }}
          >
            {t('takeTheirs')}
          </Button>
        </>
      }
    >
      <p>{t('staleText')}</p>
      <ul className="mt-2 list-disc ps-5">
        {stale.edits.map((edit) => (
          <li key={edit.revision}>
            {t(`edit.${edit.kind}`, { by: edit.by, at: formatInstant(locale, edit.at, 'UTC'), part: edit.part })}
          </li>
        ))}
      </ul>
      {theirs ? (
        <div className="mt-4 rounded-lg border border-line bg-surface p-4">
          <p className="mb-2 font-medium text-sm">{t('theirs')}</p>
          {theirs}
        </div>
      ) : (
        <p className="mt-2">{t('otherParts')}</p>
      )}
    </Alert>
  )
}
