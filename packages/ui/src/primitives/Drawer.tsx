'use client'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { IconButton } from './IconButton.tsx'
import { closesDialog, showsDialog, useModal } from './use-modal.ts'

export interface DrawerProps {
  title: string
  closeLabel: string
  side?: 'start' | 'end' | 'bottom' | undefined
  /** With a trigger the drawer opens itself; else drive it with `open` and `onOpenChange`. */
  trigger?: { label: string; icon: ReactNode; className?: string | undefined } | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  children: ReactNode
}

const sides = {
  start: 'me-auto ms-0 h-dvh max-h-dvh w-[min(20rem,88vw)] rounded-e-2xl',
  end: 'ms-auto me-0 h-dvh max-h-dvh w-[min(26rem,92vw)] rounded-s-2xl',
  bottom: 'mx-auto mt-auto mb-0 max-h-[85dvh] w-full max-w-full rounded-t-2xl',
}

/** A sheet from an edge of the screen. */
export function Drawer({ title, closeLabel, side = 'start', trigger, children, ...control }: DrawerProps) {
  const id = useId()
  const [own, setOwn] = useState(false)
  const open = control.open ?? own
  const change = control.onOpenChange ?? setOwn
  const modal = useModal(open, change)
  return (
    <>
      {trigger && (
        <IconButton
          label={trigger.label}
          icon={trigger.icon}
          className={trigger.className}
          aria-haspopup="dialog"
          aria-expanded={open}
          native
          {...showsDialog(id)}
          onClick={() => change(true)}
        />
      )}
      <dialog
        {...modal}
        id={id}
        aria-label={title}
        className={clsx(
          'm-0 overflow-y-auto border-line bg-surface p-0 text-ink shadow-float open:animate-appear',
          sides[side],
        )}
      >
        <div className="flex items-center justify-between gap-4 py-3 ps-5 pe-3">
          <p className="font-semibold">{title}</p>
          <IconButton label={closeLabel} icon={<X />} native {...closesDialog(id)} onClick={() => change(false)} />
        </div>
        <div className="px-3 pb-6">{children}</div>
      </dialog>
    </>
  )
}
