'use client'
import { type MouseEvent, useEffect, useEffectEvent, useRef } from 'react'

/**
 * A native modal dialog driven by `open`: the browser keeps the focus inside, closes on Escape and makes the rest inert.
 * Spread the answer on a `<dialog>`. A press on the veil closes it too, and so does following a link inside.
 */
export function useModal(open: boolean, onOpenChange: (open: boolean) => void) {
  const ref = useRef<HTMLDialogElement>(null)
  const taken = useRef(false)
  const take = useEffectEvent(onOpenChange)
  useEffect(() => {
    const dialog = ref.current
    const first = !taken.current
    taken.current = true
    if (!dialog || dialog.open === open) return
    if (open) dialog.showModal()
    // Opened before the script was there: it stays open.
    else if (first) take(true)
    else dialog.close()
  }, [open])
  return {
    ref,
    onClose: () => onOpenChange(false),
    onClick: (event: MouseEvent<HTMLDialogElement>) => {
      const onVeil = event.target === event.currentTarget
      if (onVeil || (event.target instanceof Element && event.target.closest('a[href]'))) onOpenChange(false)
    },
  }
}

/** What a button carries to open a dialog by its id where the browser can do it alone (invoker commands). */
export const showsDialog = (id: string) => ({ command: 'show-modal', commandfor: id })

/** As `showsDialog`, to close it. */
export const closesDialog = (id: string) => ({ command: 'close', commandfor: id })
