'use client'

import { Button, type ButtonProps, Dialog, Field, FormError, Textarea } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useCommand } from '../organisation/use-command.ts'
import { useRefusalWords } from './use-refusal-words.ts'

export interface ReasonDialogProps {
  readonly label: string
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly reasonLabel: string
  readonly reasonHint: string
  readonly submitLabel: string
  readonly submitVariant: ButtonProps['variant']
  readonly send: (key: string, reason: string) => Promise<unknown>
  /** What follows from it, between the text and the reason. */
  readonly children?: ReactNode
}

/** A button that asks for a reason and then does one thing; needs the messages `refusals` and `list`. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useTranslations('list.reason')
  const words = useRefusalWords()
  const router = useRouter()
  const id = useId()
  const reason = useRef('')
  const [open, setOpen] = useState(false)
  const command = useCommand(
    (key) => props.send(key, reason.current),
    () => {
      setOpen(false)
      router.refresh()
    },
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    reason.current = String(new FormData(event.currentTarget).get('reason'))
    void command.run()
  }
  return (
    <>
      <Button size="sm" variant="ghost" icon={props.icon} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={props.title} description={props.text} closeLabel={t('close')}>
        <form className="grid gap-4" onSubmit={submit}>
          {command.reason ? <FormError key={command.tries} title={words(command.reason)} /> : null}
          {props.children}
          <Field id={`${id}-reason`} label={props.reasonLabel} hint={props.reasonHint} required>
            {(control) => <Textarea {...control} name="reason" rows={3} maxLength={1000} />}
          </Field>
          <div>
            <Button type="submit" variant={props.submitVariant} pending={command.pending} pendingLabel={t('pending')}>
              {props.submitLabel}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
