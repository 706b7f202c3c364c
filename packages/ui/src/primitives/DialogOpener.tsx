'use client'
import { type ReactNode, useId, useState } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { Dialog, type DialogProps } from './Dialog.tsx'
import { showsDialog } from './use-modal.ts'

export interface DialogOpenerProps extends Pick<DialogProps, 'title' | 'description' | 'closeLabel' | 'size'> {
  /** Words on the button. */
  label: ReactNode
  icon?: ReactNode
  variant?: ButtonProps['variant']
  buttonSize?: ButtonProps['size']
  className?: string | undefined
  /** What the dialog shows; may come from the server. */
  children: ReactNode
}

/** A button and the dialog it opens ("Why?"), for content that needs no more than reading. It opens and closes without script too. */
export function DialogOpener(props: DialogOpenerProps) {
  const { label, icon, variant = 'secondary', buttonSize = 'sm', className, ...dialog } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={variant}
        size={buttonSize}
        icon={icon}
        className={className}
        aria-haspopup="dialog"
        native
        {...showsDialog(id)}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog {...dialog} id={id} open={open} onOpenChange={setOpen} />
    </>
  )
}
