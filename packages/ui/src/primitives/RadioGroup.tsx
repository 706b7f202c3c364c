'use client'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Fieldset } from './Fieldset.tsx'
import { useWaiting } from './use-ready.ts'

export interface RadioOption {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
}

export interface RadioGroupProps {
  name: string
  legend: ReactNode
  options: readonly RadioOption[]
  /** Controlled with `onValueChange` (then from a client component), else `defaultValue`. */
  value?: string | undefined
  defaultValue?: string | undefined
  onValueChange?: ((value: string) => void) | undefined
  /** `cards`: each option is a framed, pressable card (quiz answers, choices with a hint). */
  look?: 'list' | 'cards' | undefined
  id?: string | undefined
  hint?: ReactNode
  error?: ReactNode
  required?: boolean | undefined
  disabled?: boolean | undefined
  className?: string | undefined
}

/** One of several, with native radios: arrow keys come with them. */
export function RadioGroup({ look = 'list', options, ...props }: RadioGroupProps) {
  const { name, value, defaultValue, onValueChange, required, ...fieldset } = props
  const waiting = useWaiting(onValueChange !== undefined, props.disabled)
  const line =
    look === 'cards'
      ? 'rounded-xl border border-line bg-surface p-4 shadow-card transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus'
      : 'py-1.5'
  return (
    <Fieldset {...fieldset} {...waiting}>
      <div className={look === 'cards' ? 'space-y-2.5' : 'space-y-1'}>
        {options.map((option) => (
          <label key={option.value} className={clsx('flex items-start gap-3 has-disabled:opacity-60', line)}>
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              disabled={option.disabled}
              {...(onValueChange
                ? { checked: value === option.value, onChange: () => onValueChange(option.value) }
                : { defaultChecked: defaultValue === option.value })}
              className={clsx('mt-0.5 size-5 shrink-0 accent-accent', look === 'cards' && 'focus-visible:outline-none')}
            />
            <span className="min-w-0">
              <span className="block leading-6">{option.label}</span>
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
