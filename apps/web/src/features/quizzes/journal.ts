import type { UnsavedAnswer } from './answer-book.ts'

/** What of `localStorage` the journal needs. */
export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The browser's storage, where it may be used. */
export function browserStorage(): JournalStorage | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage
  } catch {
    return undefined
  }
}

const keyOf = (attemptId: string): string => `gs.attempt.${attemptId}`

function isUnsaved(value: unknown): value is UnsavedAnswer {
  if (typeof value !== 'object' || value === null) return false
  const { question, choice, seq } = value as Partial<Record<keyof UnsavedAnswer, unknown>>
  return (
    typeof question === 'string' &&
    Number.isSafeInteger(seq) &&
    Array.isArray(choice) &&
    choice.every((key) => typeof key === 'string')
  )
}

/** Answers of an attempt that this browser still owes to the server; none where the journal is unreadable. */
export function readJournal(storage: JournalStorage | undefined, attemptId: string): readonly UnsavedAnswer[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(attemptId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isUnsaved) : []
  } catch {
    return []
  }
}

/** Keeps what is owed; nothing owed leaves nothing behind. A full or forbidden storage is no reason to stop answering. */
export function writeJournal(
  storage: JournalStorage | undefined,
  attemptId: string,
  owed: readonly UnsavedAnswer[],
): void {
  try {
    if (owed.length === 0) storage?.removeItem(keyOf(attemptId))
    else storage?.setItem(keyOf(attemptId), JSON.stringify(owed))
  } catch {
    // The server has everything that was acknowledged; the indicator shows the rest as not saved.
  }
}
