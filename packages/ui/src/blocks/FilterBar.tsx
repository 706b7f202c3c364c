'use client'
import { buttonClass } from '../primitives/button-class.ts'
import { Field, type FieldControl } from '../primitives/Field.tsx'
import { Input } from '../primitives/Input.tsx'
import { Select, type SelectOption } from '../primitives/Select.tsx'

interface FilterFieldBase {
  /** Of the query, and the id of the control. */
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly hideLabel?: boolean | undefined
  /** As wide as words that are searched for. */
  readonly wide?: boolean | undefined
}

/** A choice where it has options, else something typed. */
export type FilterField =
  | (FilterFieldBase & { readonly options: readonly SelectOption[] })
  | (FilterFieldBase & {
      readonly type: 'search' | 'date'
      readonly maxLength?: number | undefined
      readonly placeholder?: string | undefined
    })

export interface FilterChip {
  readonly id: string
  /** "Unit: North" */
  readonly label: string
  /** The address without it, and what that does: "Remove the filter Unit: North". */
  readonly removeHref: string
  readonly removeLabel: string
}

export interface FilterBarProps {
  /** Name of this form. */
  readonly label: string
  /** The list's own address; the fields become its query. */
  readonly action: string
  readonly fields: readonly FilterField[]
  readonly submitLabel: string
  readonly chips?: readonly FilterChip[] | undefined
  readonly clear?: { readonly href: string; readonly label: string } | undefined
}

/**
 * What narrows a list. A plain GET form, so that it lives in the address and works before any script has come. Its fields
 * are data, for the reason that the rows of a `Table` are.
 */
export function FilterBar({ label, action, fields, submitLabel, chips = [], clear }: FilterBarProps) {
  return (
    <div className="print:hidden">
      <search>
        <form
          aria-label={label}
          action={action}
          method="get"
          className="flex flex-wrap items-end gap-2 max-sm:grid max-sm:grid-cols-2 max-sm:*:first:col-span-2 sm:*:max-w-56"
        >
          {fields.map((field) => (
            <Field
              key={field.name}
              id={field.name}
              label={field.label}
              hideLabel={field.hideLabel}
              className={field.wide ? 'min-w-64 max-sm:min-w-0' : undefined}
            >
              {(control) => <Control field={field} control={control} />}
            </Field>
          ))}
          <button type="submit" className={buttonClass({ variant: 'secondary' })}>
            {submitLabel}
          </button>
        </form>
      </search>
      {(chips.length > 0 || clear) && (
        <ul className="mt-3 flex flex-wrap items-center gap-2">
          {chips.map((chip) => (
            <li key={chip.id} className="flex items-center rounded-full bg-sunken ps-3 text-sm">
              {chip.label}
              <a
                href={chip.removeHref}
                className="grid size-8 place-items-center rounded-full text-muted hover:text-ink"
              >
                <span aria-hidden className="mark is-close size-4" />
                <span className="sr-only">{chip.removeLabel}</span>
              </a>
            </li>
          ))}
          {clear && (
            <li>
              <a
                href={clear.href}
                className="inline-flex min-h-8 items-center px-2 text-sm font-medium text-accent-ink hover:underline"
              >
                {clear.label}
              </a>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}

function Control({ field, control }: { readonly field: FilterField; readonly control: FieldControl }) {
  const { name, value } = field
  if ('options' in field) return <Select {...control} name={name} defaultValue={value ?? ''} options={field.options} />
  const { type, maxLength, placeholder } = field
  return (
    <Input
      {...control}
      type={type}
      name={name}
      defaultValue={value}
      maxLength={maxLength}
      placeholder={placeholder}
      autoComplete={type === 'search' ? 'off' : undefined}
    />
  )
}
