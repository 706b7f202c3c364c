'use client'

import { FormError } from '@gs/ui'
import type { ReactNode } from 'react'
import type { CommandState } from './use-command.ts'
import { useReasonWords } from './use-reason-words.ts'

export interface CommandFormProps {
  readonly command: CommandState
  readonly children: ReactNode
}

/** Runs a command when it is submitted, and says above its fields why one was refused. */
export function CommandForm({ command, children }: CommandFormProps) {
  const words = useReasonWords()
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void command.run()
      }}
    >
      {command.reason ? <FormError key={command.tries} title={words(command.reason)} /> : null}
      {children}
    </form>
  )
}
