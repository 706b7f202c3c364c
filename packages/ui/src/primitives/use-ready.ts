'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the page's script has taken this component over: false in what the server sends and while it is taken in. */
export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

export interface Waiting {
  readonly disabled: boolean | undefined
  readonly 'data-waiting': '' | undefined
}

/**
 * What a control carries that does its work by script: until the script is there it is disabled, so that no press is taken
 * and lost (and no form sends its fields into the address). It looks as it will; only a long wait shows (`data-waiting`).
 */
export function useWaiting(byScript: boolean, disabled?: boolean): Waiting {
  const waiting = !useReady() && byScript && !disabled
  return { disabled: waiting || disabled || undefined, 'data-waiting': waiting ? '' : undefined }
}
