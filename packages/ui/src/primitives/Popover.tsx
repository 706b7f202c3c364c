'use client'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { buttonClass } from './button-class.ts'
import { IconButton } from './IconButton.tsx'
import { popoverClass } from './popover-class.ts'
import { type Align, useAnchored } from './use-anchored.ts'

export interface PopoverProps {
  /** What the button shows. */
  trigger: ReactNode
  /** Where `trigger` is no text of its own. */
  triggerLabel?: string | undefined
  triggerClassName?: string | undefined
  title: ReactNode
  closeLabel: string
  align?: Align | undefined
  children: ReactNode
}

/** A button and a small panel beside it ("Why?"), which leaves the page in reach. */
export function Popover(props: PopoverProps) {
  const { trigger, triggerLabel, triggerClassName, title, closeLabel, align = 'start', children } = props
  const id = useId()
  const pop = useAnchored<HTMLButtonElement>(align)
  return (
    <>
      <button
        ref={pop.anchor}
        type="button"
        popoverTarget={id}
        aria-label={triggerLabel}
        aria-expanded={pop.open}
        className={triggerClassName ?? buttonClass({ variant: 'secondary', size: 'sm' })}
      >
        {trigger}
      </button>
      <div
        ref={pop.panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-title`}
        onToggle={pop.onToggle}
        className={clsx(popoverClass, 'max-h-[80dvh] w-[min(24rem,calc(100vw-1rem))] overflow-y-auto p-4')}
      >
        <div className="flex items-start justify-between gap-2">
          <p id={`${id}-title`} className="pt-1.5 font-semibold">
            {title}
          </p>
          <IconButton
            label={closeLabel}
            icon={<X />}
            className="-me-2 -mt-1"
            popoverTarget={id}
            popoverTargetAction="hide"
          />
        </div>
        <div className="mt-1 text-sm">{children}</div>
      </div>
    </>
  )
}
