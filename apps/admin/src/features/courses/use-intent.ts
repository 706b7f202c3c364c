import { type RefObject, useRef } from 'react'

/** One wish to save: what was seen when it was made, and the key by which saving it twice is saving it once. */
export interface Intent<Seen> {
  seen: Seen
  key: string
  busy: boolean
}

/** Outlives the render in which it began, so that a double click is one. */
export const useIntent = <Seen>(seen: Seen): RefObject<Intent<Seen>> => {
  const intent = useRef<Intent<Seen>>(undefined)
  intent.current ??= { seen, key: crypto.randomUUID(), busy: false }
  return intent as RefObject<Intent<Seen>>
}

/** Takes the intent; nobody else does until it is renewed. */
export function begin<Seen>(intent: Intent<Seen>): Intent<Seen> {
  intent.busy = true
  return intent
}

/** The answer has come: what is saved next is another intent. */
export function renew(intent: Intent<unknown>): void {
  intent.key = crypto.randomUUID()
  intent.busy = false
}
