'use client'

import { Button, Dialog, Field, FormError, Textarea } from '@gs/ui'
import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { useRefusalWords } from '../list/use-refusal-words.ts'
import { useCommand } from '../organisation/use-command.ts'

/** Takes an award back by a counter-entry, with a reason; both stay in the ledger. */
export function ReverseAward({ entryId, activity }: { readonly entryId: string; readonly activity: string }) {
  const t = useTranslations('awards.reverse')
  const words = useRefusalWords()
  const router = useRouter()
  const api = useTRPCClient()
  const reason = useRef('')
  const [open, setOpen] = useState(false)
  const reverse = useCommand(
    (key) => api.awards.reverse.mutate({ key, entryId, reason: reason.current }),
    () => {
      setOpen(false)
      router.refresh()
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    reason.current = String(new FormData(event.currentTarget).get('reason'))
    void reverse.run()
  }
  return (
    <>
      <Button size="sm" variant="ghost" icon={<Undo2 />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title', { activity })}
        description={t('text')}
        closeLabel={t('close')}
      >
        <form className="grid gap-4" onSubmit={submit}>
          {reverse.reason ? <FormError key={reverse.tries} title={words(reverse.reason)} /> : null}
          <Field id={`reason-${entryId}`} label={t('reason')} hint={t('reasonHint')} required>
            {(control) => <Textarea {...control} name="reason" rows={3} maxLength={1000} />}
          </Field>
          <Button type="submit" variant="danger" pending={reverse.pending} pendingLabel={t('pending')}>
            {t('submit')}
          </Button>
        </form>
      </Dialog>
    </>
  )
}
