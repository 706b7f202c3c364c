'use client'
import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import { popoverClass } from './popover-class.ts'
import { useAnchored } from './use-anchored.ts'

export interface TooltipProps {
  /** The explanation: a few words. */
  content: ReactNode
  /** What is explained; it becomes a button, so that touch and keyboard reach it too. */
  children: ReactNode
  className?: string | undefined
}

/** A few words on hover, focus or touch; they stay while the pointer is on them, and Escape sends them away. */
export function Tooltip({ content, children, className }: TooltipProps) {
  const id = useId()
  const tip = useAnchored<HTMLButtonElement, HTMLSpanElement>()
  return (
    <span onPointerEnter={tip.show} onPointerLeave={tip.hide}>
      <button
        ref={tip.anchor}
        type="button"
        aria-describedby={id}
        className={clsx(
          'inline-flex min-h-6 min-w-6 cursor-help items-center text-start underline decoration-dotted underline-offset-4',
          className,
        )}
        onFocus={tip.show}
        onBlur={tip.hide}
        popoverTarget={id}
        popoverTargetAction="show"
        onKeyDown={(event) => event.key === 'Escape' && tip.hide()}
      >
        {children}
      </button>
      {/* The strip above it bridges the gap, so that the pointer can move onto the words. */}
      <span
        ref={tip.panel}
        id={id}
        popover="manual"
        role="tooltip"
        onToggle={tip.onToggle}
        className={clsx(
          popoverClass,
          'max-w-xs overflow-visible px-3 py-2 text-sm font-normal before:absolute before:inset-x-0 before:-inset-y-2 before:-z-10',
        )}
      >
        {content}
      </span>
    </span>
  )
}
