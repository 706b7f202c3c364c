'use client'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { IconButton } from './IconButton.tsx'
import { closesDialog, useModal } from './use-modal.ts'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  closeLabel: string
  size?: 'sm' | 'md' | 'lg' | undefined
  /** With it a button can open the dialog without script (`showsDialog`). */
  id?: string | undefined
  /** Buttons at the end. */
  footer?: ReactNode
  children?: ReactNode
}

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl' }

/** A modal dialog; on a phone it rises from the bottom edge. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  size = 'md',
  footer,
  children,
  id: given,
}: DialogProps) {
  const own = useId()
  const id = given ?? own
  const modal = useModal(open, onOpenChange)
  return (
    <dialog
      {...modal}
      id={id}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={clsx(
        'mx-auto mt-auto mb-0 max-h-[88dvh] w-full max-w-full overflow-hidden rounded-t-2xl border border-line bg-raised p-0 text-ink shadow-float open:flex open:animate-appear sm:my-auto sm:rounded-2xl',
        widths[size],
      )}
    >
      <div className="flex min-h-0 w-full flex-col">
        <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3 sm:px-6 sm:pt-5">
          <div className="min-w-0 pt-1">
            <h2 id={`${id}-title`} className="text-lg leading-snug font-semibold">
              {title}
            </h2>
            {description && (
              <p id={`${id}-description`} className="mt-1 text-sm text-muted">
                {description}
              </p>
            )}
          </div>
          <IconButton
            label={closeLabel}
            icon={<X />}
            className="-me-2"
            native
            {...closesDialog(id)}
            onClick={() => onOpenChange(false)}
          />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5 sm:px-6 sm:pb-6">{children}</div>
        {footer && (
          <div className="flex flex-wrap justify-end gap-2 border-t border-line bg-surface px-5 py-3 sm:px-6">
            {footer}
          </div>
        )}
      </div>
    </dialog>
  )
}
