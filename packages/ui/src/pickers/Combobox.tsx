'use client'
import { Combobox as Base } from '@base-ui/react/combobox'
import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { type ReactNode, useCallback, useState } from 'react'
import { controlClass } from '../primitives/control-class.ts'
import type { FieldControl } from '../primitives/Field.tsx'
import { floatClass } from '../primitives/popover-class.ts'
import { Spinner } from '../primitives/Spinner.tsx'
import { useWaiting } from '../primitives/use-ready.ts'

export interface ComboboxItem {
  value: string
  label: string
  /** Under the label: what tells two of one name apart. */
  detail?: ReactNode
}

export interface ComboboxProps {
  /** From `Field`, which names it. */
  control: FieldControl
  items: readonly ComboboxItem[]
  value: ComboboxItem | null
  onValueChange: (item: ComboboxItem | null) => void
  /** With it the items are searched elsewhere and shown as they come; without, those given are filtered here. */
  onSearch?: ((text: string) => void) | undefined
  /** A search is under way. */
  searching?: boolean | undefined
  placeholder?: string | undefined
  emptyLabel: ReactNode
  clearLabel: string
  /** Sends the chosen value with a form. */
  name?: string | undefined
  disabled?: boolean | undefined
}

/** Picks one of many by typing; works inside a `Dialog` too. */
export function Combobox(props: ComboboxProps) {
  const { control, items, value, onValueChange, onSearch, searching, placeholder, emptyLabel, clearLabel } = props
  const { required, ...input } = control
  const { disabled, ...waiting } = useWaiting(true, props.disabled)
  const [layer, setLayer] = useState<HTMLElement>()
  // A modal dialog stands above everything else, so the list must open inside it.
  const findLayer = useCallback((node: HTMLElement | null) => setLayer(node?.closest('dialog') ?? undefined), [])
  const shown = value && !items.some((item) => item.value === value.value) ? [...items, value] : items
  return (
    <Base.Root
      items={shown}
      value={value}
      onValueChange={onValueChange}
      isItemEqualToValue={(item, chosen) => item.value === chosen.value}
      {...(onSearch ? { filter: null } : {})}
      onInputValueChange={(text, { reason }) => {
        if (reason === 'input-change') onSearch?.(text)
      }}
      name={props.name}
      disabled={disabled}
      required={required}
    >
      <div ref={findLayer} className="relative">
        <Base.Input
          {...input}
          {...waiting}
          placeholder={placeholder}
          className={clsx(controlClass, 'h-11 pe-10 sm:h-10')}
        />
        <div className="absolute inset-y-0 end-0 flex w-10 items-center justify-center text-muted">
          {searching ? (
            <Spinner />
          ) : (
            <Base.Clear aria-label={clearLabel} className="grid size-8 place-items-center rounded hover:text-ink">
              <X className="size-4" />
            </Base.Clear>
          )}
        </div>
      </div>
      <Base.Portal container={layer}>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            aria-busy={searching || undefined}
            className={clsx(
              floatClass,
              'max-h-[min(var(--available-height),20rem)] w-(--anchor-width) overflow-y-auto overscroll-contain p-1.5',
            )}
          >
            <Base.Empty className="text-sm text-muted [&:not(:empty)]:px-2.5 [&:not(:empty)]:py-2">
              {searching ? null : emptyLabel}
            </Base.Empty>
            <Base.List>
              {(item: ComboboxItem) => (
                <Base.Item
                  key={item.value}
                  value={item}
                  className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-highlighted:bg-sunken sm:min-h-9"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{item.label}</span>
                    {item.detail && <span className="block truncate text-muted">{item.detail}</span>}
                  </span>
                  <Base.ItemIndicator className="text-accent">
                    <Check className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
