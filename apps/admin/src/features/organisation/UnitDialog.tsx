'use client'

import { Button, Dialog, Field, Input } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { CommandForm } from './CommandForm.tsx'
import { useCommand } from './use-command.ts'

export interface UnitDialogProps {
  readonly kind: 'add' | 'rename'
  /** The unit below which one is added, or that gets another name. */
  readonly unitId: string
  readonly name: string
}

/** Adds a unit, or renames one. */
export function UnitDialog({ kind, unitId, name }: UnitDialogProps) {
  const t = useTranslations(`organisation.units.${kind}`)
  const all = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(kind === 'rename' ? name : '')
  const command = useCommand(
    (key) =>
      kind === 'add'
        ? api.organizations.addUnit.mutate({ key, parentId: unitId, name: typed })
        : api.organizations.renameUnit.mutate({ key, unitId, name: typed }),
    () => {
      setOpen(false)
      if (kind === 'add') setTyped('')
      router.refresh()
    },
  )
  const field = `unit-${kind}-${unitId}`
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-haspopup="dialog"
        aria-describedby={`unit-${unitId}`}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} size="sm" title={t('title', { name })} closeLabel={all('close')}>
        <CommandForm command={command}>
          <Field id={field} label={all('units.name')} required>
            {(control) => (
              <Input {...control} maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button variant="ghost" onClick={() => setOpen(false)}>
              {all('cancel')}
            </Button>
            <Button type="submit" variant="primary" pending={command.pending} pendingLabel={all('working')}>
              {t('submit')}
            </Button>
          </div>
        </CommandForm>
      </Dialog>
    </>
  )
}
