import type { JournalStorage } from './journal.ts'

const KEY = 'gs.device'
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The random name that this browser keeps of itself, for all its tabs; a new one for each page where nothing can be kept. */
export function deviceName(storage: JournalStorage | undefined): string {
  try {
    const kept = storage?.getItem(KEY) ?? ''
    if (NAME.test(kept)) return kept
    const made = crypto.randomUUID()
    storage?.setItem(KEY, made)
    return made
  } catch {
    return crypto.randomUUID()
  }
}
