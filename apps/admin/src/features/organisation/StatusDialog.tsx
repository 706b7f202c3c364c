'use client'

import { Button, Dialog, Field, Textarea } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { CommandForm } from './CommandForm.tsx'
import { useCommand } from './use-command.ts'

export interface StatusDialogProps {
  readonly personId: string
  readonly name: string
  readonly status: 'active' | 'suspended'
}

/** Suspends or restores somebody, with the reason that the trail keeps. */
export function StatusDialog({ personId, name, status }: StatusDialogProps) {
  const t = useTranslations(status === 'active' ? 'organisation.suspend' : 'organisation.restore')
  const all = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(
    (key) => {
      const change = { key, personId, reason }
      return status === 'active' ? api.organizations.suspend.mutate(change) : api.organizations.restore.mutate(change)
    },
    () => {
      setOpen(false)
      setReason('')
      router.refresh()
    },
  )
  return (
    <>
      <Button
        size="sm"
        variant={status === 'active' ? 'danger' : 'primary'}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={t('title', { name })}
        description={t('text')}
        closeLabel={all('close')}
      >
        <CommandForm command={command}>
          <Field id="status-reason" label={all('reason')} hint={all('reasonHint')} required>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button variant="ghost" onClick={() => setOpen(false)}>
              {all('cancel')}
            </Button>
            <Button
              type="submit"
              variant={status === 'active' ? 'danger' : 'primary'}
              pending={command.pending}
              pendingLabel={all('working')}
            >
              {t('open')}
            </Button>
          </div>
        </CommandForm>
      </Dialog>
    </>
  )
}
