'use client'

import { Button, Dialog } from '@gs/ui'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export interface SaveItGuardProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** What is lost, and from when on it is not. */
  readonly children: ReactNode
  /** What is done all the same. */
  readonly goOn: { readonly label: string; readonly pending: boolean; readonly run: () => void }
  /** How it is kept for later. */
  readonly keep: ReactNode
}

/** Stands before everything that would burn credits which could serve later: says so, offers to keep them, lets go on. */
export function SaveItGuard({ open, onOpenChange, title, children, goOn, keep }: SaveItGuardProps) {
  const t = useTranslations('guard')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      closeLabel={t('close')}
      footer={
        <>
          <Button variant="secondary" pending={goOn.pending} pendingLabel={t('pending')} onClick={goOn.run}>
            {goOn.label}
          </Button>
          {keep}
        </>
      }
    >
      {children}
    </Dialog>
  )
}
