'use client'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { ToastItem } from './ToastItem.tsx'
import type { ToastMessage } from './toast-message.ts'

interface Shown extends ToastMessage {
  id: number
}

interface Toasts {
  show: (message: ToastMessage) => void
}

const Context = createContext<Toasts>({ show: () => {} })

/** Shows a short message at the edge of the screen: `useToast().show({ title, tone, action })`. */
export function useToast(): Toasts {
  return useContext(Context)
}

export interface ToastProviderProps {
  /** Name of the region. */
  label: string
  dismissLabel: string
  children: ReactNode
}

/** Holds the messages; stands once, around the app. */
export function ToastProvider({ label, dismissLabel, children }: ToastProviderProps) {
  const [{ shown }, setState] = useState<{ shown: readonly Shown[]; next: number }>({ shown: [], next: 1 })
  const show = useCallback((message: ToastMessage) => {
    setState((state) => ({ next: state.next + 1, shown: [...state.shown.slice(-2), { ...message, id: state.next }] }))
  }, [])
  const dismiss = useCallback((id: number) => {
    setState((state) => ({ ...state, shown: state.shown.filter((each) => each.id !== id) }))
  }, [])
  const toasts = useMemo(() => ({ show }), [show])
  return (
    <Context value={toasts}>
      {children}
      <section
        aria-label={label}
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--bottom-nav,0px)+0.75rem)] z-50 flex flex-col items-center gap-2 px-3 sm:items-end sm:px-6 print:hidden"
      >
        {shown.map((message) => (
          <ToastItem
            key={message.id}
            message={message}
            dismissLabel={dismissLabel}
            onDismiss={() => dismiss(message.id)}
          />
        ))}
      </section>
    </Context>
  )
}
