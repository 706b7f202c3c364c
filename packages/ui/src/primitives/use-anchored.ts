'use client'
import { type RefObject, type ToggleEvent, useCallback, useEffect, useRef, useState } from 'react'

export type Align = 'start' | 'end'

const gap = 6
const margin = 8

/**
 * A native popover set under (or, where there is no room, over) the element that opens it. The top layer keeps it clear of
 * every clipping parent; Escape and a press elsewhere close it (`popover="auto"`).
 */
export function useAnchored<A extends HTMLElement, P extends HTMLElement = HTMLDivElement>(align: Align = 'start') {
  const anchor = useRef<A>(null)
  const panel = useRef<P>(null)
  const [open, setOpen] = useState(false)
  const place = useCallback(() => placeUnder(anchor, panel, align), [align])

  useEffect(() => {
    // Opened before the script was there.
    if (panel.current?.matches(':popover-open')) setOpen(true)
  }, [])

  useEffect(() => {
    if (!open) return
    place()
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [open, place])

  return {
    anchor,
    panel,
    open,
    show: () => {
      if (panel.current?.matches(':popover-open') === false) panel.current.showPopover()
      place()
    },
    hide: () => {
      if (panel.current?.matches(':popover-open')) panel.current.hidePopover()
    },
    onToggle: (event: ToggleEvent<P>) => setOpen(event.newState === 'open'),
  }
}

function placeUnder(anchor: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>, align: Align): void {
  if (!anchor.current || !panel.current) return
  const at = anchor.current.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel.current
  const rightToLeft = getComputedStyle(anchor.current).direction === 'rtl'
  const left = (align === 'start') === rightToLeft ? at.right - width : at.left
  const below = at.bottom + gap
  const top = below + height > window.innerHeight - margin ? Math.max(margin, at.top - gap - height) : below
  panel.current.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`
  panel.current.style.top = `${top}px`
}
