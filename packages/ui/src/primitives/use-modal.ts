'use client'
import { type MouseEvent, useEffect, useRef } from 'react'

/**
 * A native modal dialog driven by `open`: the browser keeps the focus inside, closes on Escape and makes the rest inert.
 * Spread the answer on a `<dialog>`. A press on the veil closes it too, and so does following a link inside.
 */
export function useModal(open: boolean, onOpenChange: (open: boolean) => void) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog || dialog.open === open) return
    if (open) dialog.showModal()
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
