import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What the control inside a field must carry. */
export interface FieldControl {
  id: string
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldProps {
  /** Id of the control; hint and error take theirs from it. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean | undefined
  /** The word beside the label of a field that may stay empty. */
  optionalLabel?: string | undefined
  hideLabel?: boolean | undefined
  className?: string | undefined
  children: (control: FieldControl) => ReactNode
}

/** Label, hint and error around a control: `<Field id="name" label={…}>{(control) => <Input {...control} name="name" />}</Field>`. */
export function Field(props: FieldProps) {
  const { id, label, hint, error, required, optionalLabel, hideLabel, className, children } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1.5 flex items-baseline gap-2 text-sm font-medium'}>
        {label}
        {optionalLabel && <span className="font-normal text-muted">{optionalLabel}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-0.5 mb-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {children({
        id,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-out-ink">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
