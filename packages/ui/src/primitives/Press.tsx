'use client'
import type { ComponentProps } from 'react'
import { useWaiting } from './use-ready.ts'

export type PressProps = ComponentProps<'button'>

/** The bare button under every other, for looks of one's own. Whatever it does by `onClick` waits for the script. */
export function Press({ disabled, ...rest }: PressProps) {
  const byScript = rest.onClick !== undefined || rest.type === 'submit'
  return <button type="button" {...rest} {...useWaiting(byScript, disabled)} />
}
