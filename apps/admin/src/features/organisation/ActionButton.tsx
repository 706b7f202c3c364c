'use client'

import { Alert, Button, type ButtonProps } from '@gs/ui'
import { useCommand } from './use-command.ts'
import { useReasonWords } from './use-reason-words.ts'

export interface ActionButtonProps {
  readonly label: string
  readonly pendingLabel: string
  readonly describedBy?: string | undefined
  readonly variant?: ButtonProps['variant']
  readonly send: (key: string) => Promise<unknown>
  readonly done: () => void
}

/** A command that needs no more than a press; why it was refused stands beside it. */
export function ActionButton({
  label,
  pendingLabel,
  describedBy,
  variant = 'secondary',
  send,
  done,
}: ActionButtonProps) {
  const words = useReasonWords()
  const command = useCommand(send, done)
  return (
    <div className="inline-grid justify-items-start gap-2">
      <Button
        size="sm"
        variant={variant}
        aria-describedby={describedBy}
        pending={command.pending}
        pendingLabel={pendingLabel}
        onClick={() => void command.run()}
      >
        {label}
      </Button>
      {command.reason ? (
        <Alert key={command.tries} tone="danger" live className="text-start text-sm">
          {words(command.reason)}
        </Alert>
      ) : null}
    </div>
  )
}
