'use client'
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'

export interface FormErrorProps {
  /** What happened, and what was kept. */
  title: ReactNode
  errors?: readonly { fieldId: string; message: string }[] | undefined
  children?: ReactNode
}

/** The summary above a form that was refused: takes the focus when it appears, each line leads to its field. */
export function FormError({ title, errors = [], children }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="flex gap-3 rounded-xl bg-out-soft p-4 text-out-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-1 text-ink">{children}</div>}
        {errors.length > 0 && (
          <ul className="mt-2 space-y-1">
            {errors.map((error) => (
              <li key={error.fieldId}>
                <a
                  href={`#${error.fieldId}`}
                  className="inline-block min-h-6 underline underline-offset-3"
                  onClick={(event) => {
                    const field = document.getElementById(error.fieldId)
                    if (!field) return
                    event.preventDefault()
                    field.focus()
                  }}
                >
                  {error.message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
