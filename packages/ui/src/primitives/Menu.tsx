'use client'
import { clsx } from 'clsx'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { LinkAs } from '../link.ts'
import { buttonClass } from './button-class.ts'
import { Press } from './Press.tsx'
import { popoverClass } from './popover-class.ts'
import { type Align, useAnchored } from './use-anchored.ts'

export interface MenuItem {
  id: string
  label: ReactNode
  icon?: ReactNode
  /** A link, or `onSelect`. */
  href?: string | undefined
  onSelect?: (() => void) | undefined
  current?: boolean | undefined
  disabled?: boolean | undefined
  danger?: boolean | undefined
  /** A line above it. */
  separated?: boolean | undefined
}

export interface MenuProps {
  /** Name of the button and the menu, for those who do not see it. */
  label: string
  /** What the button shows. */
  trigger: ReactNode
  triggerClassName?: string | undefined
  items: readonly MenuItem[]
  /** Above the items: who is signed in, for example. */
  header?: ReactNode
  align?: Align | undefined
  linkAs?: LinkAs | undefined
}

/** A button with a menu: arrow keys, Home, End and first letters move; Escape closes and gives the focus back. */
export function Menu(props: MenuProps) {
  const { label, trigger, triggerClassName, items, header, align = 'end', linkAs } = props
  const id = useId()
  const pop = useAnchored<HTMLButtonElement>(align)
  const entries = () => [...(pop.panel.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

  const onKeyDown = (event: KeyboardEvent) => {
    const list = entries()
    const active = document.activeElement
    const here = active instanceof HTMLElement ? list.indexOf(active) : -1
    if (event.key === 'Tab') return pop.hide()
    const next = step(event.key, here, list)
    if (next === undefined) return
    event.preventDefault()
    list[next]?.focus()
  }

  return (
    <>
      <button
        ref={pop.anchor}
        type="button"
        popoverTarget={id}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={pop.open}
        className={triggerClassName ?? buttonClass({ variant: 'secondary' })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          pop.show()
        }}
      >
        {trigger}
      </button>
      <div
        ref={pop.panel}
        id={id}
        popover="auto"
        className={clsx(popoverClass, 'min-w-52 max-w-[calc(100vw-1rem)] p-1.5')}
        onToggle={(event) => {
          pop.onToggle(event)
          if (event.newState === 'open') entries()[0]?.focus()
        }}
      >
        {header && <div className="mb-1.5 border-b border-line px-2.5 pt-1.5 pb-2.5 text-sm">{header}</div>}
        <div role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <Entry key={item.id} item={item} linkAs={linkAs} close={pop.hide} />
          ))}
        </div>
      </div>
    </>
  )
}

/** Where a key leads from `here`; nothing for a key that is no concern of a menu's. */
function step(key: string, here: number, list: readonly HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return (here + 1) % list.length
  if (key === 'ArrowUp') return (here - 1 + list.length) % list.length
  if (key === 'Home') return 0
  if (key === 'End') return list.length - 1
  if (key.length !== 1 || key === ' ') return undefined
  const order = list.map((_, offset) => (here + 1 + offset) % list.length)
  return order.find((index) => list[index]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}

function Entry({ item, linkAs, close }: { item: MenuItem; linkAs: LinkAs | undefined; close: () => void }) {
  const className = clsx(
    'flex min-h-11 w-full items-center gap-2.5 rounded-lg px-2.5 text-start text-sm hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-offset-[-2px] disabled:opacity-55 sm:min-h-9 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted',
    item.danger && 'text-out-ink [&_svg]:text-out-ink',
    item.current && 'font-semibold',
  )
  const Link: LinkAs = linkAs ?? 'a'
  const inner = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
    </>
  )
  return (
    <>
      {item.separated && <hr className="my-1.5 border-line" />}
      {item.href === undefined ? (
        <Press
          role="menuitem"
          tabIndex={-1}
          disabled={item.disabled}
          className={className}
          onClick={() => {
            close()
            item.onSelect?.()
          }}
        >
          {inner}
        </Press>
      ) : (
        <Link
          href={item.href}
          role="menuitem"
          tabIndex={-1}
          aria-current={item.current ? 'true' : undefined}
          className={className}
          onClick={close}
        >
          {inner}
        </Link>
      )}
    </>
  )
}
