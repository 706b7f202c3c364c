'use client'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { Spinner } from './Spinner.tsx'
import { useWaiting } from './use-ready.ts'

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  className?: string | undefined
  icon?: ReactNode
  /** Under way: the button keeps its focus, says so, and swallows every further press. */
  pending?: boolean | undefined
  /** Words while pending; the children otherwise. */
  pendingLabel?: ReactNode
  /** Does its work without script: it sends a form that has an address, or opens what it names. */
  native?: boolean | undefined
}

/** A button. `type` is `button` unless said otherwise. What it does by script waits for the script (`useWaiting`). */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    block,
    className,
    icon,
    pending = false,
    pendingLabel,
    children,
    onClick,
    native = false,
    ...rest
  } = props
  const byScript = !native && (onClick !== undefined || rest.type === 'submit')
  const waiting = useWaiting(byScript, rest.disabled)
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      {...waiting}
      onClick={press}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonClass({ variant, size, block, className })}
    >
      {pending ? <Spinner /> : icon}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  )
}
